import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/engine/finding.ts';
import { FindingStore, findingsBy, jsonLines } from '../../src/engine/findings.ts';
import { toJson } from '../../src/text/escape.ts';

const hostile = 'a,\n{"\u001b[31m\u202e\ud800 ü';

function finding(check: string, region: string, number: number): Finding {
  const id = `thing-${String(number).padStart(6, '0')}`;
  return {
    fingerprint: `${check}-${region}-${id}`,
    check,
    title: 'Things are good',
    service: 'fake',
    category: 'security',
    severity: 'low',
    status: number % 3 === 0 ? 'fail' : 'pass',
    message: number % 7 === 0 ? `${id} says ${hostile}` : `${id} is good`,
    account: '123456789012',
    region,
    resource: { type: 'AWS::Fake::Thing', id, arn: `arn:aws:fake:${region}:1:${id}`, name: id, tags: { '': hostile } },
    evidence: [{ facet: 'list', actions: ['fake:List'], outcome: 'present' }],
    observed: { number, nothing: null, text: hostile },
  };
}

const some = (check: string, region: string, from: number, to: number): Finding[] =>
  Array.from({ length: to - from }, (_, i) => finding(check, region, from + i));

interface Given {
  readonly judge: string;
  readonly name: string;
  readonly findings: Finding[];
}

function stored(parts: readonly Given[]): { findings: readonly Finding[]; lines: string[]; length: number } {
  const store = new FindingStore<string>();
  for (const { judge, name, findings } of parts) store.add(judge, name, [...findings]);
  const findings = store.sorted(['worst', 'better']);
  return { findings: [...findings], lines: [...jsonLines(findings)], length: findings.length };
}

/** Few stay as they are, of many most are packed: 6 and 10,200. */
describe.each([
  ['few', 1],
  ['many', 1700],
])('%s findings', (_name, size) => {
  const parts: Given[] = [
    { judge: 'better', name: 'eu-west-1', findings: some('better', 'eu-west-1', 0, size) },
    { judge: 'better', name: 'us-east-1', findings: some('better', 'us-east-1', 0, size) },
    { judge: 'worst', name: 'eu-west-1', findings: some('worst', 'eu-west-1', 0, size) },
    { judge: 'worst', name: 'us-east-1', findings: some('worst', 'us-east-1', 0, size) },
    { judge: 'worst', name: 'global', findings: [] },
  ];
  // Buckets that live elsewhere than where they are listed.
  const elsewhere = { judge: 'worst', name: 'global', findings: some('worst', 'us-east-1', size, 3 * size) };
  const expected = [
    ...some('worst', 'eu-west-1', 0, size),
    ...some('worst', 'us-east-1', 0, 3 * size),
    ...some('better', 'eu-west-1', 0, size),
    ...some('better', 'us-east-1', 0, size),
  ];

  it.each([
    ['as they come', [...parts, elsewhere]],
    [
      'in the opposite order',
      [...parts, elsewhere].map((p) => ({ ...p, findings: p.findings.toReversed() })).reverse(),
    ],
    ['those from elsewhere first', [elsewhere, ...parts]],
  ])('are the same and in order, %s', (_what, given) => {
    const { findings, length } = stored(given);
    expect(length).toBe(6 * size);
    expect(findings.map(({ fingerprint }) => fingerprint)).toEqual(expected.map(({ fingerprint }) => fingerprint));
    expect(findings.map((one) => JSON.stringify(one))).toEqual(expected.map((one) => JSON.stringify(one)));
  });

  it('are written as they would be one by one', () => {
    expect(stored([...parts, elsewhere]).lines).toEqual(expected.map((one) => toJson(one)));
  });
});

describe('findings of a large account', () => {
  it('are made anew each time they are gone through', () => {
    const store = new FindingStore<string>();
    for (const region of ['eu-west-1', 'us-east-1']) store.add('worst', region, some('worst', region, 0, 10_001));
    const findings = store.sorted(['worst']);
    const last = (): Finding | undefined => [...findings].at(-1);
    const once = last();
    expect(once).toEqual(finding('worst', 'us-east-1', 10_000));
    expect(last()).toEqual(once);
    expect(last()).not.toBe(once);
  });

  it('are found by their check, packed or not', () => {
    const store = new FindingStore<string>();
    const parts = [some('worst', 'a', 0, 10_001), some('better', 'a', 0, 3), some('other', 'a', 0, 1_000)];
    for (const part of parts) store.add(part[0]?.check ?? '', 'a', [...part]);
    const findings = store.sorted(['worst', 'better', 'other']);
    for (const part of parts)
      expect([...findingsBy(findings, new Set([part[0]?.check ?? '']))].map(({ fingerprint }) => fingerprint)).toEqual(
        part.map(({ fingerprint }) => fingerprint),
      );
  });

  it.each([0, 1])('may be %i', (size) => {
    expect(stored([{ judge: 'worst', name: 'a', findings: some('worst', 'a', 0, size) }]).findings).toHaveLength(size);
  });
});
