import type { Cause } from '../../src/engine/causes/cause.ts';
import type { Changes } from '../../src/engine/changes/comparing.ts';
import type { Compliance, RequirementCheck, RequirementResult } from '../../src/engine/compliance.ts';
import type { Exposed } from '../../src/engine/exposed.ts';
import type { AdvisorComparison } from '../../src/engine/trusted-advisor.ts';
import type { Finding } from '../../src/engine/finding.ts';
import type { AttackPaths, CheckInfo, Coverage, RunInfo, Summary, SuppressionNotice } from '../../src/engine/result.ts';

/** What is to be fixed first, and how many causes there are in all. */
export interface PackedCauses {
  readonly count: number;
  readonly first: readonly PackedCause[];
}

export interface PackedCause extends Pick<Cause, 'id' | 'severity' | 'status' | 'title' | 'commands'> {
  /** What it clears, who reaches it, and what it takes, in words. */
  readonly facts: readonly string[];
}

/** What a check found: the same for every requirement that it stands for. */
export type PackedCounts = Omit<RequirementCheck, 'check' | 'covers'>;

/** A requirement; the findings that decided its status are those of its checks. */
export interface PackedRequirement extends Omit<RequirementResult, 'checks' | 'fingerprints' | 'moreFingerprints'> {
  /** [id, whether it answers the whole requirement]; what they found stands once in `Packed.counts`. */
  readonly checks: readonly (readonly [check: string, whole: 0 | 1])[];
}

/** A framework with its requirements. */
export interface PackedCompliance extends Pick<
  Compliance,
  'framework' | 'summary' | 'withinSelection' | 'attestations'
> {
  readonly requirements: readonly PackedRequirement[];
}

/** What a comparison said of a finding. */
export type PackedSince = Pick<Finding, 'change' | 'firstSeen'>;

/**
 * The run's result as the page carries it: columns instead of objects, every text once.
 *
 * A text is a template in `texts`: where it repeats what is known of the resource, and where texts of one form differ,
 * it holds one of `marks`. The second kind of place takes the next argument of the finding or resource.
 */
export interface Packed {
  readonly run: RunInfo;
  readonly summary: Summary;
  readonly coverage: Coverage;
  readonly suppressions: readonly SuppressionNotice[];
  readonly attackPaths?: AttackPaths;
  readonly exposed?: Exposed;
  readonly trustedAdvisor?: AdvisorComparison;
  readonly compliance?: readonly PackedCompliance[];
  /** What each check of the frameworks found, by its id. */
  readonly counts?: Readonly<Record<string, PackedCounts>>;
  readonly changes?: Changes;
  /** What other tools and earlier versions call the checks, by their ids: for the search. */
  readonly elsewhere?: Readonly<Record<string, string>>;
  /** SHA-256 of the findings as `--format findings-csv` writes them, where paper does not show all of them. */
  readonly findingsCsv?: string;
  readonly causes: PackedCauses;
  readonly checks: readonly CheckInfo[];
  readonly texts: readonly string[];
  readonly accounts: readonly string[];
  readonly regions: readonly string[];
  readonly types: readonly string[];
  /** [type, region, account, text of the ARN, text of the tags as JSON]; the last is -1 when there are none. */
  readonly resourceKinds: readonly (readonly [
    type: number,
    region: number,
    account: number,
    arn: number,
    tags: number,
  ])[];
  /** [status, message, observed, evidence, unknown, suppression, fix, since]: an index of `statuses`, then texts or -1; all but the message are JSON. */
  readonly findingKinds: readonly (readonly [
    status: number,
    message: number,
    observed: number,
    evidence: number,
    unknown: number,
    suppression: number,
    fix: number,
    since: number,
  ])[];
  /** [index of the check, index of the severity, how many findings]: the findings follow in this order. */
  readonly groups: readonly (readonly [check: number, severity: number, count: number])[];
  readonly resources: {
    readonly kinds: readonly number[];
    /** How many characters it shares with the name before, in base 36, and the rest. */
    readonly names: readonly string[];
    /** As `names`; 0 when it is the name. */
    readonly ids: readonly (string | 0)[];
    /** Joined by spaces. */
    readonly args: readonly string[];
  };
  readonly findings: {
    readonly kinds: readonly number[];
    /** Distance from the resource of the finding before. */
    readonly resources: readonly number[];
    /** Joined by spaces. */
    readonly args: readonly string[];
  };
  /** Fingerprints that are not the hash of check, account, region and ARN, by finding. */
  readonly fingerprints: Readonly<Record<string, string>>;
}

/** Places in a template. */
export const marks = {
  name: '\u0001',
  id: '\u0002',
  arn: '\u0003',
  account: '\u0004',
  region: '\u0005',
  argument: '\u0006',
  literal: '\u0007',
} as const;

// oxlint-disable-next-line no-control-regex -- the marks are control characters because no sensible text holds them
export const anyMark = /[\u0001-\u0007]/;

/** Arguments are joined in portions of this many findings or resources. */
export const portion = 1000;

/** The most characters a name may share with the one before it. */
export const longestShared = 35;

/** Paper shows all of so many findings; of more it shows those that did not pass, and passes as counts. */
export const mostOnPaper = 10_000;
