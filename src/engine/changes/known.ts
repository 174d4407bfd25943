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

/** A finding as it is known later, where it fails or is accepted. @param day of its result, where it does not say when it was first seen */
export function failureOf(finding: Finding, day: string): Known | undefined {
  const { fingerprint, aliases, check, account, region, resource, severity, firstSeen = day } = finding;
  const accepted = finding.status === 'suppressed' && finding.suppression?.status === 'fail';
  if (finding.status !== 'fail' && !accepted) return undefined;
  return { fingerprint, aliases, check, account, region, arn: resource.arn, severity, firstSeen, accepted };
}

/** The failures of an earlier result, accepted ones included. @param day as of `failureOf` */
export function* failuresOf(findings: Iterable<Finding>, day: string): Generator<Known> {
  for (const finding of findings) {
    const known = failureOf(finding, day);
    if (known !== undefined) yield known;
  }
}
