import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { json } from '../../reports/json.ts';
import { ndjson } from '../../reports/ndjson.ts';
import type { Finding } from '../../src/engine/finding.ts';
import type { RunResult } from '../../src/engine/result.ts';
import { hostileName, resultOf } from './fixture.ts';
import { largeResult } from './fixture-large.ts';
import { cleanResult, smallResult } from './fixture-small.ts';

const schema = (name: string): { $id: string } =>
  JSON.parse(readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), 'utf8')) as { $id: string };

const resultSchema = schema('result');
const findingSchema = schema('finding');
const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false });
addFormats.default(ajv);
ajv.addSchema(findingSchema);
ajv.addSchema(resultSchema);

function errorsOf(ref: string, value: unknown): unknown {
  const validate = ajv.getSchema(ref);
  if (validate === undefined) throw new Error(`no schema ${ref}`);
  return validate(value) === true ? [] : validate.errors;
}

const write = (result: RunResult): string => [...json.render(result, {})].join('');
const writeLines = (result: RunResult): Record<string, unknown>[] =>
  [...ndjson.render(result, {})]
    .join('')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

const results: [string, () => RunResult][] = [
  ['of every status', smallResult],
  ['without failures', cleanResult],
  ['without findings', () => resultOf([])],
  ['of many findings', () => largeResult(1000)],
];

describe('json', () => {
  it('is as in result.json.golden', async () => {
    await expect(write(smallResult())).toMatchFileSnapshot('golden/result.json.golden');
  });

  it.each(results)('parses to the result %s', (_name, make) => {
    expect(JSON.parse(write(make()))).toEqual(make());
  });

  it.each(results)('satisfies the published schema: a result %s', (_name, make) => {
    expect(errorsOf(resultSchema.$id, JSON.parse(write(make())))).toEqual([]);
  });

  it("satisfies it with Trusted Advisor's own results, which are a line of NDJSON", () => {
    const one = { id: 'a', name: 'Ports', agreement: 'alone', says: 'no check of ours is of it', ours: [] } as const;
    const trustedAdvisor = {
      checks: [one, { ...one, category: 'security', status: 'ok', checkedAt: '2026-11-01', flagged: 0, excluded: 1 }],
      notListed: ['s3-bucket-versioning-enabled'],
      withoutCounterpart: 1,
    };
    const result = { ...cleanResult(), trustedAdvisor };
    expect(errorsOf(resultSchema.$id, JSON.parse(write(result)))).toEqual([]);
    expect(writeLines(result)).toContainEqual({ type: 'trustedAdvisor', ...trustedAdvisor });
    const unread = { ...trustedAdvisor, checks: [], notRead: 'the support plan has none' };
    expect(errorsOf(resultSchema.$id, JSON.parse(write({ ...result, trustedAdvisor: unread })))).toEqual([]);
    const odd = { ...result, trustedAdvisor: { ...trustedAdvisor, checks: [{ ...one, agreement: 'maybe' }] } };
    expect(errorsOf(resultSchema.$id, JSON.parse(JSON.stringify(odd)))).not.toEqual([]);
  });

  it('holds no character that acts on a terminal', () => {
    const given = smallResult();
    const text = write({ ...given, run: { ...given.run, caller: hostileName } });
    // oxlint-disable-next-line no-control-regex -- these are what must not be there
    expect(text).not.toMatch(/[\p{Cf}\u0000-\u0009\u000b-\u001f\u007f-\u009f]/u);
    expect((JSON.parse(text) as RunResult).run.caller).toBe(hostileName);
  });

  it('comes in pieces, none of them larger than a finding needs', () => {
    const pieces = [...json.render(largeResult(1000), {})];
    expect(pieces.length).toBeGreaterThan(1000);
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(20_000);
  });

  it('keeps fields that later versions add', () => {
    const extended = { ...cleanResult(), laterField: [{ from: 'a' }] };
    expect(JSON.parse(write(extended))).toEqual(extended);
    expect(errorsOf(resultSchema.$id, extended)).toEqual([]);
  });
});

describe('ndjson', () => {
  it('is as in result.ndjson.golden', async () => {
    await expect([...ndjson.render(smallResult(), {})].join('')).toMatchFileSnapshot('golden/result.ndjson.golden');
  });

  it('begins with the run, goes on with a finding a line and ends with the summary', () => {
    const result = smallResult();
    const types = writeLines(result).map((line) => line['type']);
    expect(types).toEqual([
      'run',
      ...result.findings.map(() => 'finding'),
      ...result.causes.map(() => 'cause'),
      ...result.checks.map(() => 'check'),
      ...result.suppressions.map(() => 'suppression'),
      'coverage',
      'summary',
    ]);
  });

  it('satisfies the schema of each line', () => {
    for (const { type, ...line } of writeLines(smallResult())) {
      const ref = type === 'finding' ? findingSchema.$id : `${resultSchema.$id}#/$defs/${String(type)}`;
      expect(errorsOf(ref, line), JSON.stringify(line)).toEqual([]);
    }
  });
});

describe('the schema', () => {
  const [finding] = smallResult().findings;
  const broken: [string, Partial<Record<keyof Finding, unknown>>][] = [
    ['an unknown status', { status: 'passed' }],
    ['a severity of another tool', { severity: 'warning' }],
    ['a fingerprint that is not a hash', { fingerprint: 'x' }],
    ['a suppressed finding without its reason', { status: 'suppressed' }],
    ['an unknown finding without its cause', { status: 'unknown' }],
    ['a suppression on a failed finding', { suppression: { reason: 'r', owner: 'o', status: 'fail' } }],
    ['an outcome that does not exist', { evidence: [{ facet: 'list', actions: [], outcome: 'maybe' }] }],
    ['a resource without ARN', { resource: { type: 'T', id: 'i', name: 'n', tags: {} } }],
  ];

  it.each(broken)('refuses %s', (_what, change) => {
    expect(errorsOf(findingSchema.$id, finding)).toEqual([]);
    expect(errorsOf(findingSchema.$id, { ...finding, ...change })).not.toEqual([]);
  });

  it('refuses a result of another version and one cut off', () => {
    const whole = cleanResult();
    expect(errorsOf(resultSchema.$id, { ...whole, schemaVersion: '1.0' })).not.toEqual([]);
    const { summary: _summary, ...cut } = whole;
    expect(errorsOf(resultSchema.$id, cut)).not.toEqual([]);
  });
});
