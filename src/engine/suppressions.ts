import { matcher } from '../text/glob.ts';
import type { AppliedSuppression, Finding } from './finding.ts';
import { isKnownAs } from './fingerprint.ts';
import type { SuppressionNotice } from './result.ts';

/**
 * A decision to accept a finding. Which findings: by fingerprint (the present one, or one of `aliases`), or by every selector given (check, account, region,
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

interface Active {
  readonly suppression: Suppression;
  readonly matches: (finding: Finding) => boolean;
  used: boolean;
}

/** Marks findings as suppressed, and knows afterwards which suppressions did nothing. */
export class Suppressing {
  readonly #active: Active[] = [];
  readonly #expired: SuppressionNotice[] = [];

  /** @param now the run's clock in ms */
  constructor(suppressions: readonly Suppression[], now: number) {
    const today = new Date(now).toISOString().slice(0, 10);
    for (const suppression of suppressions) {
      if (suppression.until !== undefined && suppression.until < today)
        this.#expired.push(notice('expired', suppression));
      else this.#active.push({ suppression, matches: selector(suppression), used: false });
    }
  }

  /** Passes are left alone; suppressed findings stay visible with reason, owner and what their status would be. */
  mark(finding: Finding): Finding {
    if (finding.status === 'pass') return finding;
    const by = this.#active.find(({ matches }) => matches(finding));
    if (by === undefined) return finding;
    by.used = true;
    // Accepted when it was saved: with the reason and owner of that time.
    if (finding.status === 'suppressed') return finding;
    const { reason, owner, until } = by.suppression;
    const suppression: AppliedSuppression = {
      reason,
      owner,
      ...(until === undefined ? {} : { until }),
      status: finding.status,
    };
    return { ...finding, status: 'suppressed', suppression };
  }

  /**
   * To be asked when all findings were marked.
   * @param checks the selected checks, and whether all there is was listed for each: only of those can a suppression be
   * said to match nothing
   */
  notices(checks: readonly { readonly id: string; readonly whole: boolean }[]): SuppressionNotice[] {
    const unused = this.#active.filter(({ suppression, used }) => {
      const concerns = suppression.check === undefined ? () => true : matcher(suppression.check);
      const own = checks.filter(({ id }) => concerns(id));
      return !used && own.length > 0 && own.every(({ whole }) => whole);
    });
    return [...this.#expired, ...unused.map(({ suppression }) => notice('unused', suppression))];
  }
}

/** True when a suppression looks at tags, so that they must be collected. */
export const needsTags = (suppressions: readonly Suppression[]): boolean =>
  suppressions.some((s) => s.tag !== undefined);

function selector(s: Suppression): (finding: Finding) => boolean {
  const check = s.check === undefined ? undefined : matcher(s.check);
  const region = s.region === undefined ? undefined : matcher(s.region);
  const resource = s.resource === undefined ? undefined : matcher(s.resource);
  return (f) =>
    (s.fingerprint === undefined || isKnownAs(f, s.fingerprint)) &&
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
