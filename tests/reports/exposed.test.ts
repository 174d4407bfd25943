import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { markdown } from '../../reports/markdown/markdown.ts';
import { ndjson } from '../../reports/ndjson.ts';
import { table } from '../../reports/table/table.ts';
import { widthOf } from '../../reports/table/width.ts';
import { layerNames, type Exposed } from '../../src/engine/exposed.ts';
import { kinds } from '../../src/judgements/exposed/matrix.ts';
import { root } from '../../src/stand-in/root.ts';
import { cleanResult } from './fixture-small.ts';

const schema = (name: string): { $id: string } =>
  JSON.parse(readFileSync(join(root, `schemas/${name}.schema.json`), 'utf8')) as { $id: string };
const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false });
addFormats.default(ajv);
ajv.addSchema(schema('finding'));
const validate = ajv.compile(schema('result'));
const schemaErrors = (value: unknown): unknown => (validate(value) ? [] : validate.errors);

const exposed: Exposed = {
  total: 2,
  byCertainty: { open: 1, possible: 0, unknown: 0 },
  byType: { 'AWS::EC2::Instance': 2 },
  resources: [
    {
      arn: 'arn:aws:ec2:eu-west-1:111122223333:instance/i-1',
      type: 'AWS::EC2::Instance',
      name: 'bastion | =1+1\u202e',
      region: 'eu-west-1',
      certainty: 'open',
      ways: [
        {
          certainty: 'open',
          how: 'tcp 22 at 198.51.100.1: sg-1 lets it in',
          address: '198.51.100.1',
          protocol: 'tcp',
          port: 22,
          rules: [{ group: 'sg-1', ports: 'tcp 22', from: ['0.0.0.0/0'] }],
          evidence: { check: 'a-b', fingerprint: 'f' },
        },
      ],
      moreWays: 3,
      layers: layerNames.map((layer, at) => ({
        layer,
        state: (['absent', 'unknown', 'present', 'not-applicable'] as const)[at % 4] ?? 'unknown',
        says: `what is said of ${layer}`,
        ...(layer === 'shield' ? { level: 'standard' as const } : {}),
        evidence: [{ check: 'a-b', fingerprint: 'f' }],
      })),
      counts: { absent: 3, unknown: 3, present: 3, 'not-applicable': 3 },
      behind: 'compute',
      behindSays: 'a machine',
    },
  ],
  notRead: [{ what: 'route tables', cause: 'ec2:DescribeRouteTables denied' }],
};
const result = { ...cleanResult(), exposed };
const view = { layout: 'exposed' as const };
const lines = (width: number, of: Parameters<typeof table.render>[0] = result): string[] =>
  [...table.render(of, { width, view })].join('').split('\n');

describe('what is exposed', () => {
  it.each([40, 80, 120])('fits %i columns', (width) => {
    expect(lines(width).filter((line) => widthOf(line) > width)).toEqual([]);
  });

  it('tells ways in, each layer that may be there, those that do not apply, and what was not read', () => {
    const text = lines(200).join('\n');
    for (const { layer, state } of exposed.resources[0]?.layers ?? [])
      expect(text.includes(`what is said of ${layer}`)).toBe(state !== 'not-applicable');
    expect(text).toContain('→ tcp 22 at 198.51.100.1: sg-1 lets it in');
    expect(text).toContain('… and 3 more ways');
    expect(text).toContain('… and 1 more');
    expect(text).toContain('Does not apply: Load balancer, Authentication, Logging');
    expect(text).toContain('route tables: ec2:DescribeRouteTables denied');
    expect(text).not.toContain('\u202e');
  });

  it('says of a result that does not tell it that it does not', () => {
    expect(lines(200, cleanResult()).join('\n')).toContain('This result does not tell what is exposed');
  });

  it('is a table of its own in Markdown', () => {
    const text = [...markdown.render(result, {})].join('');
    expect(text).toContain('## What the internet reaches');
    expect(text).toContain('| EC2 Instance | eu-west-1 | tcp 22 at 198.51.100.1: sg-1 lets it in; and 3 more ways |');
  });

  it('satisfies the published schema, whole and as a line', () => {
    expect(schemaErrors(result)).toEqual([]);
    const line = [...ndjson.render(result, {})].find((each) => each.startsWith('{"type":"exposed"')) ?? '{}';
    expect(JSON.parse(line)).toEqual({ type: 'exposed', ...exposed });
    expect(schemaErrors({ ...result, exposed: { ...exposed, resources: [{}] } })).not.toEqual([]);
  });
});

describe('docs/exposed.md', () => {
  it('has the matrix of layers as it is', () => {
    const names = Object.keys(kinds) as (keyof typeof kinds)[];
    const head = [`| layer | ${names.join(' | ')} |`, `|---|${names.map(() => '---').join('|')}|`];
    const rows = layerNames.map(
      (layer) => `| ${layer} | ${names.map((kind) => words[kinds[kind][layer].by]).join(' | ')} |`,
    );
    expect(readFileSync(join(root, 'docs/exposed.md'), 'utf8')).toContain([...head, ...rows].join('\n'));
  });
});

const words = {
  never: '–',
  facts: 'network',
  checks: 'checks',
  role: 'role',
  policy: 'policy',
  shield: 'checks',
  waf: 'checks',
  nothing: 'not read',
} as const;
