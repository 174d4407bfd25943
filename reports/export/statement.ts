import type { Severity } from '../../src/engine/check.ts';
import type { Finding, Status } from '../../src/engine/finding.ts';
import { fixOf } from '../../src/engine/fix.ts';
import type { AnyResult, CheckInfo } from '../../src/engine/result.ts';
import { escapeText, thousands } from '../text.ts';

/**
 * What is said of one resource, what needs somebody first. A finding that is unknown, or for a person, stays so whoever
 * accepted it: only a failure can be accepted.
 */
export const verdicts = ['failed', 'unknown', 'manual', 'accepted', 'passed'] as const;
export type Verdict = (typeof verdicts)[number];

/** What is to be said of one finding. Its texts are on one line, without anything that a terminal or browser acts on. */
export interface Statement {
  readonly verdict: Verdict;
  readonly finding: Finding;
  readonly severity: Severity;
  readonly title: string;
  readonly message: string;
  readonly resource: { readonly type: string; readonly id: string; readonly arn: string; readonly name: string };
  /** A path for consumers that know findings in files only: `aws/111122223333/eu-west-1/s3`. */
  readonly place: string;
  /** Of what is unknown: the cause, and the IAM actions that are missing. */
  readonly unknown?: { readonly cause: string; readonly actions: readonly string[] };
  /** Who accepted it, or vouched for what is unknown or for a person. */
  readonly accepted?: { readonly reason: string; readonly owner: string; readonly until?: string };
}

/** So much of one text of the account is said; JSON and HTML have all of it. */
const mostText = 1000;

/** A text on one line, inert, of at most so many characters; what is cut off is said. */
export function plain(text: string, most = mostText): string {
  // What nobody will see need not be escaped: texts may have a megabyte.
  const shown = escapeText(text.length > most * 2 ? text.slice(0, most * 2) : text);
  if (shown.length <= most && text.length <= most * 2) return shown;
  const end = `… (${thousands(text.length)} characters in all)`;
  const kept = shown.slice(0, Math.max(0, most - end.length));
  // Half a character is none.
  return `${/[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept}${end}`;
}

const verdictOf: Readonly<Record<Exclude<Status, 'suppressed'>, Exclude<Verdict, 'accepted'>>> = {
  fail: 'failed',
  unknown: 'unknown',
  manual: 'manual',
  pass: 'passed',
};

/** What a finding is to be called. */
export function verdictFor({ status, suppression }: Finding): Verdict {
  if (status !== 'suppressed') return verdictOf[status];
  const without = suppression?.status ?? 'fail';
  return without === 'fail' ? 'accepted' : verdictOf[without];
}

/** A part of a path, or of an address, whatever stands in it. */
export const segment = (text: string): string => encodeURIComponent(plain(text, 100)).replaceAll('%', '_');

/** Every finding as it is to be said, in the result's order. */
export function* statementsOf({ findings }: AnyResult): Generator<Statement> {
  for (const finding of findings) yield statementOf(finding);
}

export function statementOf(finding: Finding): Statement {
  const { severity, title, message, resource, account, region, service, unknown, suppression } = finding;
  return {
    verdict: verdictFor(finding),
    finding,
    severity,
    title: plain(title, 250),
    message: plain(message),
    resource: {
      type: plain(resource.type, 200),
      id: plain(resource.id, 500),
      arn: plain(resource.arn, 2100),
      name: plain(resource.name, 500),
    },
    place: ['aws', ...[account, region, service].map(segment)].join('/'),
    ...(unknown === undefined
      ? {}
      : { unknown: { cause: plain(unknown.cause, 500), actions: unknown.actions.map((each) => plain(each, 200)) } }),
    ...(suppression === undefined
      ? {}
      : {
          accepted: {
            reason: plain(suppression.reason, 500),
            owner: plain(suppression.owner, 200),
            ...(suppression.until === undefined ? {} : { until: suppression.until }),
          },
        }),
  };
}

/** Why something was accepted, in one sentence. */
export const acceptedText = ({ reason, owner, until }: NonNullable<Statement['accepted']>): string =>
  `accepted by ${owner}${until === undefined ? '' : ` until ${until}`}: ${reason}`;

/** What is missing for a verdict, in one sentence. */
export const unknownText = ({ cause, actions }: NonNullable<Statement['unknown']>): string =>
  actions.every((action) => cause.includes(action))
    ? `unknown: ${cause}`
    : `unknown: ${cause}; missing: ${actions.slice(0, 20).join(', ')}`;

/** The message of a finding with what its verdict needs besides: the cause, or who accepted it. */
export function fullMessage({ verdict, message, unknown, accepted }: Statement): string {
  const parts = [message];
  if (unknown !== undefined && !message.includes(unknown.cause)) parts.push(unknownText(unknown));
  if (verdict === 'manual') parts.push('a person has to look at it');
  if (accepted !== undefined) parts.push(acceptedText(accepted));
  return parts.join('; ');
}

/** What to do about a finding: a text, and commands that can be pasted. */
export interface Remedy {
  readonly text: string;
  readonly commands: readonly string[];
}

/** @param checks of the result, by id */
export function remedyOf(
  { finding }: Statement,
  checks: ReadonlyMap<string, CheckInfo>,
  partition: string,
): Remedy | undefined {
  const info = checks.get(finding.check);
  if (info === undefined) return undefined;
  const { text, cli } = fixOf(finding, info.fix, partition);
  const commands = (cli ?? '').split('\n').filter((line) => line !== '');
  return { text: plain(text), commands: commands.map((line) => plain(line)) };
}

export const checksById = ({ checks }: AnyResult): ReadonlyMap<string, CheckInfo> =>
  new Map(checks.map((check) => [check.id, check]));

/** What is said of the run besides its findings. */
export interface Remark {
  /** `unread`: something could not be read. `skipped`: a region was not looked at. `not-applicable`: resources of a check's type to which it does not apply. */
  readonly kind: 'incomplete' | 'unread' | 'skipped' | 'not-applicable';
  readonly text: string;
  /** The check it is about, where it is one. */
  readonly check?: string;
  readonly count?: number;
}

/** What the findings do not say: what was not read or looked at, and to what checks did not apply. */
export function* remarksOf({ run, coverage }: AnyResult): Generator<Remark> {
  if (run.interrupted) yield { kind: 'incomplete', text: 'the run was interrupted: the rest was not read' };
  else if (!run.complete) yield { kind: 'incomplete', text: 'the run is not complete: something could not be judged' };
  for (const { resourceType, region, facet, kind, cause, actions, resources, checks } of coverage.gaps) {
    if (kind === 'unsupported') continue;
    const what =
      facet === 'list' ? `the list of ${resourceType}` : `${facet} of ${thousands(resources)} ${resourceType}`;
    const needed = actions.length === 0 || cause.includes(actions[0] ?? '') ? '' : ` (${actions.join(', ')})`;
    const text = `${what} in ${region} could not be read: ${cause}${needed}; checks that could not judge: ${checks.length}`;
    yield { kind: 'unread', text: plain(text) };
  }
  for (const { region, reason } of coverage.skippedRegions)
    yield { kind: 'skipped', text: plain(`${region} was not looked at: ${reason}`) };
  for (const { check, notApplicable } of coverage.checks)
    if (notApplicable > 0)
      yield {
        kind: 'not-applicable',
        text: `${plain(check, 200)} does not apply to ${thousands(notApplicable)} of the listed resources`,
        check,
        count: notApplicable,
      };
}

export type Counts = Readonly<Record<Verdict, number>>;

/** How many of each verdict; `…, 3 unknown, …`. */
export const countsText = (counts: Counts): string =>
  verdicts
    .filter((verdict) => counts[verdict] > 0)
    .map((verdict) => `${thousands(counts[verdict])} ${verdict}`)
    .join(', ');

/** What a format says where its consumer takes no more. */
export const leftOutText = (left: Counts): string =>
  `there was no room for ${countsText(left)}: JSON and HTML have all of them`;

export function countsOf({ findings }: AnyResult): Counts {
  const counts = noCounts();
  for (const finding of findings) counts[verdictFor(finding)] += 1;
  return counts;
}

/** How long a run took; 0 where its times say nothing. */
export const seconds = ({ startedAt, finishedAt }: AnyResult['run']): number => {
  const ms = Date.parse(finishedAt) - Date.parse(startedAt);
  return Number.isFinite(ms) ? Math.max(0, ms / 1000) : 0;
};

/** No finding of any verdict yet. */
export const noCounts = (): Record<Verdict, number> => ({ failed: 0, unknown: 0, manual: 0, accepted: 0, passed: 0 });
