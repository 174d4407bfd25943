import type { Finding } from '../../../src/engine/finding.ts';
import type { RunResult } from '../../../src/engine/result.ts';
import { verdictFor } from '../../../reports/export/statement.ts';
import type { Verdict } from '../../../reports/export/statement.ts';
import { account, findingOf, hostileName, resultOf } from '../fixture.ts';

/** What breaks one format or another: commands, markup, the ends of sections and lines, directions, half characters, length. */
export const spoilers = [
  hostileName,
  '::error::owned',
  '##[error]owned',
  ']]><x/>&amp;<!--',
  'a\nb\r\n::set-output name=x::y',
  '%0A::error::owned',
  '\u202Eevil\u2066\u0000\uD800\uFFFE\u2028',
  '{"a":1}\\"',
  'é'.repeat(3000),
  '\u{1F469}\u200D'.repeat(3000),
  'x'.repeat(300_000),
] as const;

const check = 'ec2-security-group-no-public-ssh';

/** One finding of each status, and of each status that was accepted. */
export function oneOfEach(): RunResult {
  const whole = everyVerdict();
  return resultOf(
    whole.findings.filter(({ resource }) => /^[a-z-]+$/.test(resource.name)),
    { causes: [] },
  );
}

/** One finding of each status, of each status that was accepted, and of each text that breaks something. */
export function everyVerdict(): RunResult {
  const one = (status: Finding['status'], name: string, more: Partial<Finding> = {}): Finding => {
    const id = `sg-${name.slice(0, 40)}`;
    const made = findingOf({
      check,
      status,
      region: 'eu-west-1',
      name,
      id,
      arn: `arn:aws:ec2:eu-west-1:${account}:security-group/${id}`,
      message: `${name} is ${status}`,
      ...(status === 'unknown' ? { unknown: { actions: ['ec2:DescribeSecurityGroups'], cause: 'access denied' } } : {}),
    });
    return { ...made, ...more };
  };
  const accepting = (status: 'fail' | 'unknown' | 'manual') => ({
    suppression: { reason: 'behind a firewall', owner: 'net@acme.example', until: '2027-01-01', status },
  });
  const findings = [
    one('fail', 'failing'),
    one('pass', 'passing'),
    one('unknown', 'unread'),
    one('manual', 'for-a-person'),
    one('suppressed', 'accepted', accepting('fail')),
    one('suppressed', 'accepted-unread', {
      ...accepting('unknown'),
      unknown: { actions: ['ec2:DescribeSecurityGroups'], cause: 'access denied' },
    }),
    one('suppressed', 'accepted-manual', accepting('manual')),
    one('pass', 'everywhere', { region: 'global' }),
    ...spoilers.map((text, at) => one('fail', `${at}${text}`)),
    ...spoilers.map((text, at) =>
      one('suppressed', `s${at}${text}`, {
        suppression: { reason: text, owner: text, status: 'fail' },
      }),
    ),
    ...spoilers.map((text, at) => one('unknown', `u${at}${text}`, { unknown: { actions: [text], cause: text } })),
  ];
  const whole = resultOf(findings, { causes: [] });
  const coverage = {
    ...whole.coverage,
    complete: false,
    gaps: [
      {
        resourceType: 'AWS::KMS::Key',
        region: 'eu-west-1',
        facet: 'list',
        kind: 'denied' as const,
        actions: ['kms:ListKeys'],
        cause: spoilers.join(' '),
        resources: 0,
        checks: ['kms-key-rotation-enabled'],
      },
    ],
    skippedRegions: [{ region: 'ap-east-1', reason: spoilers[3] }],
  };
  return { ...whole, coverage, run: { ...whole.run, complete: false } };
}

/** What a report says, as a reader of its format understands it: `<check> <fingerprint or ARN>` by verdict. */
export type Understood = Readonly<Record<Verdict, readonly string[]>>;

/** @param by what a finding is known by in the format */
export function saidBy(result: RunResult, by: (finding: Finding) => string): Understood {
  const of = (verdict: Verdict): string[] => result.findings.filter((each) => verdictFor(each) === verdict).map(by);
  return {
    failed: of('failed').sort(),
    unknown: of('unknown').sort(),
    manual: of('manual').sort(),
    accepted: of('accepted').sort(),
    passed: of('passed').sort(),
  };
}
