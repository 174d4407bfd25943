import type { Severity } from '../check.ts';
import type { Finding } from '../finding.ts';

/** A failure that was there before: of a baseline, or of an earlier result. */
export interface Known {
  /** As it was written; those it had before are `aliases`. */
  readonly fingerprint: string;
  readonly aliases?: readonly string[] | undefined;
  readonly check: string;
  readonly account: string;
  readonly region: string;
  readonly arn: string;
  readonly severity: Severity;
  /** `YYYY-MM-DD`. */
  readonly firstSeen: string;
  /** Whether a suppression accepted it. */
  readonly accepted?: boolean;
}

/** Finds what was known by what it is called now: by any fingerprint that either has, or has had. */
export class KnownFindings {
  readonly #by = new Map<string, Known>();
  readonly all: readonly Known[];

  constructor(known: Iterable<Known>) {
    this.all = [...known];
    for (const each of this.all)
      for (const name of each.aliases ?? []) if (!this.#by.has(name)) this.#by.set(name, each);
    // What it is called itself goes before what others were called.
    for (const each of this.all) this.#by.set(each.fingerprint, each);
  }

  of({ fingerprint, aliases = [] }: Pick<Finding, 'fingerprint' | 'aliases'>): Known | undefined {
    for (const name of [fingerprint, ...aliases]) {
      const known = this.#by.get(name);
      if (known !== undefined) return known;
    }
    return undefined;
  }
}

/** The failures of an earlier result, accepted ones included. @param day of that result, where a finding does not say when it was first seen */
export function* failuresOf(findings: Iterable<Finding>, day: string): Generator<Known> {
  for (const {
    fingerprint,
    aliases,
    check,
    account,
    region,
    resource,
    severity,
    firstSeen = day,
    ...rest
  } of findings) {
    const accepted = rest.status === 'suppressed' && rest.suppression?.status === 'fail';
    if (rest.status !== 'fail' && !accepted) continue;
    yield { fingerprint, aliases, check, account, region, arn: resource.arn, severity, firstSeen, accepted };
  }
}
