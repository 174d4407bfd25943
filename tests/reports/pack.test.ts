import { describe, expect, it } from 'vitest';
import { pack } from '../../reports/html/pack.ts';
import type { Packed } from '../../reports/html/packed.ts';
import { Findings } from '../../reports/html/unpack.ts';
import type { Finding } from '../../src/engine/finding.ts';
import { fingerprintOf } from '../../src/engine/fingerprint.ts';
import type { RunResult } from '../../src/engine/result.ts';
import { findingOf, hostileName, resultOf } from './fixture.ts';
import { largeResult } from './fixture-large.ts';
import { smallResult } from './fixture-small.ts';

function roundTrip(result: RunResult): Finding[] {
  const findings = new Findings(JSON.parse(JSON.stringify(pack(result))) as Packed);
  return Array.from({ length: findings.size }, (_, index) => {
    const finding = findings.finding(index);
    expect(findings.message(index)).toBe(finding.message);
    expect(findings.name(index)).toBe(finding.resource.name);
    const fingerprint =
      findings.ownFingerprint(index) ??
      fingerprintOf(finding.check, finding.account, finding.region, finding.resource.arn);
    return { ...finding, fingerprint };
  });
}

const sortedByPrint = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1));

const odd = (message: string, change: Partial<Finding['resource']> = {}, observed?: unknown): Finding => {
  const finding = findingOf({
    check: 'ec2-volume-attached',
    status: 'fail',
    region: 'eu-west-1',
    name: 'v',
    arn: `arn:aws:ec2:eu-west-1::${message}`,
    message,
    observed,
  });
  return { ...finding, resource: { ...finding.resource, ...change } };
};

describe('the data of the page', () => {
  it.each([
    ['of every status', smallResult()],
    ['of many resources', largeResult(3000)],
    ['without findings', resultOf([])],
  ])('keeps every field of findings %s', (_name, result) => {
    expect(sortedByPrint(roundTrip(result))).toEqual(sortedByPrint(result.findings));
  });

  it.each([
    ['control characters that mark places', 'a\u0001b\u0006c\u0007'],
    ['a mark at the start', '\u0007literal'],
    ['nothing', ''],
    ['numbers only', '1 22 333'],
    ['words of templates', '$1 $& {name} {arn}'],
    ['hostile text', hostileName],
  ])('keeps messages with %s', (_what, message) => {
    const result = resultOf([
      odd(message, { name: message, id: `${message} id` }, { message }),
      odd(`${message}!`, { tags: { [message]: message } }),
    ]);
    expect(sortedByPrint(roundTrip(result))).toEqual(sortedByPrint(result.findings));
  });

  it('keeps messages of one form apart', () => {
    const result = resultOf(
      ['is 1 day old', 'is 22 days old', 'is 22 days old, of 90', 'is 23 days old, of 90'].map((text) => odd(text)),
    );
    expect(
      roundTrip(result)
        .map(({ message }) => message)
        .sort(),
    ).toEqual(result.findings.map(({ message }) => message).sort());
  });

  it('keeps a fingerprint that a renamed check has taken along', () => {
    const finding = { ...odd('is old'), fingerprint: 'f'.repeat(32) };
    expect(roundTrip(resultOf([finding, odd('is new')])).map(({ fingerprint }) => fingerprint)).toContain(
      'f'.repeat(32),
    );
  });

  it('groups findings of one check apart when their severities differ', () => {
    const findings = new Findings(pack(resultOf([odd('a'), { ...odd('b'), severity: 'critical' }])));
    expect(findings.groups.map(({ severity, first, last }) => [severity, last - first])).toEqual([
      ['critical', 1],
      ['low', 1],
    ]);
  });

  it('shows a check the run does not describe', () => {
    const findings = new Findings(pack(resultOf([odd('a')], { checks: [] })));
    expect(findings.groups[0]?.check.title).toBe('EBS volumes are attached to an instance');
  });

  it('cuts observed values of many thousand characters and says so', () => {
    const [finding] = roundTrip(resultOf([odd('a', {}, { policy: 'x'.repeat(50_000) })]));
    expect(String(finding?.observed).length).toBeLessThan(5000);
    expect(finding?.observed).toMatch(/cut; the JSON report has it whole/);
  });
});
