import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { beforeAll, describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import { pack } from '../../reports/html/pack.ts';
import { json } from '../../reports/json.ts';
import { ndjson } from '../../reports/ndjson.ts';
import { table } from '../../reports/table/table.ts';
import { demoInventory, demoSuppressions } from '../../src/cli/demo.ts';
import { hold } from '../../src/compliance/hold.ts';
import { frameworkByKey } from '../../src/compliance/load.ts';
import { judge } from '../../src/engine/judge.ts';
import type { RunResult } from '../../src/engine/result.ts';

const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false });
addFormats.default(ajv);
const schema = (name: string): { $id: string } =>
  JSON.parse(readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), 'utf8')) as { $id: string };
const { $id } = schema('result');
for (const name of ['finding', 'result']) ajv.addSchema(schema(name));

function errorsOf(ref: string, value: unknown): unknown {
  const validate = ajv.getSchema(ref);
  if (validate === undefined) throw new Error(`no schema ${ref}`);
  return validate(value) === true ? [] : validate.errors;
}

/** The demo account held against two frameworks, with every status but those that need attestations. */
let result: RunResult;
beforeAll(async () => {
  const inventory = await demoInventory();
  const judged = judge(checks, inventory, {
    now: Date.parse(inventory.header.startedAt),
    source: 'demo',
    suppressions: await demoSuppressions(),
  });
  const frameworks = await Promise.all(['cis_7.0', 'nist_800_53_revision_5'].map(frameworkByKey));
  result = { ...judged, compliance: hold(judged, frameworks, { live: new Set(checks.map(({ id }) => id)) }) };
}, 60_000);

describe('requirements in every format', () => {
  it('satisfy the published schema, and are the same when written again', () => {
    const text = [...json.render(result, {})].join('');
    expect(errorsOf($id, JSON.parse(text))).toEqual([]);
    expect([...json.render(result, {})].join('')).toBe(text);
  });

  it('are a line each in NDJSON, as the schema says', () => {
    const lines = [...ndjson.render(result, {})]
      .join('')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const requirements = lines.filter(({ type }) => type === 'requirement');
    expect(requirements).toHaveLength(70 + 287);
    for (const { type, ...line } of lines.filter((each) => each['type'] === 'framework').concat(requirements))
      expect(errorsOf(`${$id}#/$defs/${String(type)}`, line)).toEqual([]);
    expect(lines.at(-1)?.['type']).toBe('summary');
  });

  it('stand in the table with framework, counts and status, those without a check too', () => {
    const text = [...table.render(result, { width: 120 })].join('');
    expect(text).toContain('CIS Amazon Web Services Foundations Benchmark v7.0.0\nversion 7.0, ');
    expect(text).toMatch(/✔ +met +2\.5 The root user has MFA/u);
    expect(text).toMatch(/– +manual +2\.1\.4 Organizational units/u);
    expect(text).toMatch(/AC-2\(1\)/u);
    expect(text).toContain('… and 187 more (--details shows all)');
    const whole = [...table.render(result, { width: 120, view: { details: true } })].join('');
    expect(whole).toContain('SI-19(4)');
    // The verdict stays on the last screen.
    expect(text.trimEnd().split('\n').slice(-40).join('\n')).toMatch(/^Exit code/mu);
  });

  it('stand in the page with both sides of every population, each once, and without the fingerprints', () => {
    const { compliance = [], coverage, counts = {} } = pack(result);
    expect(compliance.map(({ framework }) => framework.key)).toEqual(['cis_7.0', 'nist_800_53_revision_5']);
    expect(compliance[0]?.requirements[3]).toMatchObject({ id: '2.1.4', status: 'manual' });
    expect(compliance[0]?.requirements[0]).not.toHaveProperty('fingerprints');
    expect(coverage.populations).toEqual(result.coverage.populations);
    for (const [at, { requirements }] of (result.compliance ?? []).entries())
      for (const [place, { checks }] of requirements.entries())
        expect(
          compliance[at]?.requirements[place]?.checks.map(([check, whole]) => ({
            check,
            covers: whole === 1 ? 'whole' : 'part',
            ...counts[check],
          })),
        ).toEqual(checks);
  });

  it('say the same word for the same requirement', () => {
    const [first] = result.compliance ?? [];
    const packed = pack(result).compliance?.[0];
    expect(packed?.requirements.map(({ id, status }) => [id, status])).toEqual(
      first?.requirements.map(({ id, status }) => [id, status]),
    );
    const counted = new Set(first?.requirements.map(({ status }) => status));
    for (const status of ['manual', 'met', 'not-met'] as const) expect(counted).toContain(status);
  });
});
