import { matcher } from '../text/glob.ts';
import type { Check } from './check.ts';
import type { AppliedSuppression, Finding } from './finding.ts';
import type { SuppressionNotice } from './result.ts';

/**
 * A decision to accept a finding. Which findings: by fingerprint, or by every selector given (check, account, region,
 * resource, tag). Reason and owner are mandatory; after `until` it stops working and is reported.
 */
export interface Suppression {
  readonly fingerprint?: string;
  /** Check id, `*` allowed. */
  readonly check?: string;
  readonly account?: string;
  /** Region, `*` allowed. */
  readonly region?: string;
  /** ARN, id or name of the resource, `*` allowed. */
  readonly resource?: string;
  /** `key=value` or `key`. */
  readonly tag?: string;
  readonly reason: string;
  readonly owner: string;
  /** Last day it holds, `YYYY-MM-DD` (UTC). */
  readonly until?: string;
}

export interface Suppressed {
  readonly findings: readonly Finding[];
  readonly notices: readonly SuppressionNotice[];
}

/**
 * Marks findings as suppressed. Passes are left alone; suppressed findings stay visible with reason, owner and what
 * their status would be.
 * @param now the run's clock in ms
 * @param checks the selected checks: a suppression of another check is not "unused"
 */
export function applySuppressions(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  now: number,
  checks: readonly Pick<Check, 'id'>[],
): Suppressed {
  if (suppressions.length === 0) return { findings, notices: [] };
  const today = new Date(now).toISOString().slice(0, 10);
  const notices: SuppressionNotice[] = [];
  const active: { suppression: Suppression; matches: (finding: Finding) => boolean; used: boolean }[] = [];
  for (const suppression of suppressions) {
    if (suppression.until !== undefined && suppression.until < today) notices.push(notice('expired', suppression));
    else active.push({ suppression, matches: selector(suppression), used: false });
  }
  const marked = findings.map((finding): Finding => {
    if (finding.status === 'pass' || finding.status === 'suppressed') return finding;
    const by = active.find(({ matches }) => matches(finding));
    if (by === undefined) return finding;
    by.used = true;
    const { reason, owner, until } = by.suppression;
    const suppression: AppliedSuppression = {
      reason,
      owner,
      ...(until === undefined ? {} : { until }),
      status: finding.status,
    };
    return { ...finding, status: 'suppressed', suppression };
  });
  for (const { suppression, used } of active) {
    const concerns = suppression.check === undefined ? () => true : matcher(suppression.check);
    if (!used && checks.some(({ id }) => concerns(id))) notices.push(notice('unused', suppression));
  }
  return { findings: marked, notices };
}

/** True when a suppression looks at tags, so that they must be collected. */
export const needsTags = (suppressions: readonly Suppression[]): boolean =>
  suppressions.some((s) => s.tag !== undefined);

function selector(s: Suppression): (finding: Finding) => boolean {
  const check = s.check === undefined ? undefined : matcher(s.check);
  const region = s.region === undefined ? undefined : matcher(s.region);
  const resource = s.resource === undefined ? undefined : matcher(s.resource);
  return (f) =>
    (s.fingerprint === undefined || s.fingerprint === f.fingerprint) &&
    (check === undefined || check(f.check)) &&
    (s.account === undefined || s.account === f.account) &&
    (region === undefined || region(f.region)) &&
    (resource === undefined || resource(f.resource.arn) || resource(f.resource.id) || resource(f.resource.name)) &&
    (s.tag === undefined || hasTag(f.resource.tags, s.tag));
}

/** Whether tags hold `key=value`, or `key` with any value. */
export function hasTag(tags: Readonly<Record<string, string>>, wanted: string): boolean {
  const at = wanted.indexOf('=');
  if (at === -1) return Object.hasOwn(tags, wanted);
  const key = wanted.slice(0, at);
  return Object.hasOwn(tags, key) && tags[key] === wanted.slice(at + 1);
}

function notice(kind: SuppressionNotice['kind'], s: Suppression): SuppressionNotice {
  const fields = ['fingerprint', 'check', 'account', 'region', 'resource', 'tag'] as const;
  const selector = fields.flatMap((name) => (s[name] === undefined ? [] : [`${name}=${s[name]}`])).join(' ');
  return { kind, reason: s.reason, owner: s.owner, ...(s.until === undefined ? {} : { until: s.until }), selector };
}
