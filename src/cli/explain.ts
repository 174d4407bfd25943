import type { Check } from '../engine/check.ts';
import { askedLines } from '../engine/asked-text.ts';
import type { Finding } from '../engine/finding.ts';
import { fixOf } from '../engine/fix.ts';
import { unknownName } from '../engine/select.ts';
import { escapeText, toJson } from '../text/escape.ts';
import { wrap } from './columns.ts';
import { command, flag, required, text } from './door/options.ts';
import { block, describeCheck } from './describe-check.ts';
import { configOptions } from './options.ts';
import { writeStdout } from './output.ts';
import { causeCalled, describeCause } from './explain-cause.ts';
import { findingOf, reportIn, reportNames } from './find-finding.ts';
import { setUp } from './setup.ts';

export default command({
  usage: 'explain <what>',
  args: {
    what: required(
      "Fingerprint of a finding (its beginning is enough), a cause, a check, or another tool's name for it",
    ),
  },
  options: {
    ...configOptions,
    report: text(`Report that holds the finding (default: ${reportNames.join(' or ')})`),
    from: text('Snapshot that holds the finding'),
    demo: flag('Look for the finding in the embedded demo account'),
  },
  examples: [
    ['audit explain iam-root-mfa-enabled', ''],
    ['audit explain IAM.9', 'the checks that another tool calls so'],
    ['audit explain 3f2a9c --report findings.json', 'evidence and fix of one finding'],
    ['audit explain cause-1c5e0a7b --demo', 'what one change clears, and why it comes where it comes'],
  ],

  async run({ what, ...options }) {
    const setup = await setUp(options);
    const { all } = setup;
    const check = all.find((c) => c.id === what || c.formerly.includes(what));
    if (check !== undefined) {
      await writeStdout([describeCheck(check)]);
      return 0;
    }
    const elsewhere = namedElsewhere(what, all);
    if (elsewhere.length > 0) {
      await writeStdout(elsewhere.map((c, at) => `${at === 0 ? '' : '\n'}${describeCheck(c)}`));
      return 0;
    }
    if (/^cause-[0-9a-f]{1,8}$/.test(what)) {
      const report = await reportIn(options, setup, 'the cause');
      await writeStdout([describeCause(causeCalled(what, report), report, all)]);
      return 0;
    }
    if (!/^[0-9a-f]{4,32}$/.test(what))
      throw unknownName(
        'check or finding',
        what,
        all.map((c) => c.id),
        'Give the id of a check or a cause, or a fingerprint of at least 4 digits from a report.',
      );
    const finding = await findingOf(what, options, setup);
    await writeStdout([
      describeFinding(
        finding,
        all.find((c) => c.id === finding.check),
      ),
    ]);
    return 0;
  },
});

/** The checks that other tools call so, e.g. `IAM.3`, `securityhub:IAM.3` or a control's ARN. */
function namedElsewhere(what: string, all: readonly Check[]): Check[] {
  const [, tool, name = what] = /^([a-z]+):(.+)$/.exec(what.replace(/^arn:.*\//, '')) ?? [
    undefined,
    undefined,
    what.replace(/^arn:.*\//, ''),
  ];
  return all.filter(({ same }) =>
    Object.entries(same).some(
      ([by, names]) =>
        (tool === undefined || tool === by) &&
        (names ?? []).some((n: string) => n.toLowerCase() === name.toLowerCase()),
    ),
  );
}

/** A finding in full: what was seen, why it matters, what to do, with its own names filled in. */
export function describeFinding(finding: Finding, check: Check | undefined): string {
  const width = Math.min(100, process.stdout.columns ?? 100);
  const section = (title: string, body: string): string => (body === '' ? '' : `\n${title}\n${body}\n`);
  const evidence = finding.evidence.flatMap((e) => [
    `  ${e.facet}: ${e.outcome}${e.code === undefined ? '' : ` (${escapeText(e.code)})`}  from ${e.actions.join(', ')}`,
    ...askedLines(e, finding.resource).map((line) => `    ${escapeText(line)}`),
  ]);
  const partition = finding.resource.arn.split(':')[1] ?? 'aws';
  const fix = check === undefined ? undefined : fixOf(finding, check.fix, partition);
  return [
    `${finding.status.toUpperCase()}  ${escapeText(finding.message)}\n${finding.check}: ${escapeText(finding.title)}\n\n  severity ${finding.severity} · account ${finding.account} · region ${finding.region}\n  ${escapeText(finding.resource.arn)}\n`,
    section('Evidence', evidence.join('\n')),
    section('Observed', finding.observed === undefined ? '' : block(toJson(finding.observed, 2))),
    section('Why it is unknown', finding.unknown === undefined ? '' : wrap(finding.unknown.cause, width, '  ')),
    section(
      'Suppressed',
      finding.suppression === undefined
        ? ''
        : wrap(
            `${finding.suppression.reason} (${finding.suppression.owner}${finding.suppression.until === undefined ? '' : `, until ${finding.suppression.until}`})`,
            width,
            '  ',
          ),
    ),
    section('Risk', check === undefined ? '' : wrap(check.risk, width, '  ')),
    section('Fix', fix === undefined ? '' : wrap(fix.text, width, '  ')),
    section('AWS CLI', block(fix?.cli)),
    section('Terraform', block(fix?.terraform)),
    section('References', (check?.references ?? []).map((r) => `  ${r}`).join('\n')),
  ].join('');
}
