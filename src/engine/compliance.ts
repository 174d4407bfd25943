import type { Unlisted, Narrowed } from './result.ts';

/** What an account is, held against one requirement. The same words in every format. */
export type RequirementStatus =
  | 'not-met'
  | 'unknown'
  | 'manual'
  | 'not-covered'
  | 'not-applicable'
  | 'met-with-accepted-risks'
  | 'met';

/** One framework held against what a run found. */
export interface Compliance {
  readonly framework: {
    readonly key: string;
    readonly name: string;
    readonly version: string | null;
    /** SHA-256 of the framework as it was used, in hexadecimal: requirements, titles and the checks that stand for them. */
    readonly hash: string;
    /** Who publishes it. */
    readonly source?: string;
    readonly edition?: string;
    /** What of it rests on memory or on somebody else's work. */
    readonly memory?: string;
    /** How many requirements have a title of our own; the others show their number alone. */
    readonly titled: number;
    /** How many requirements have a check, live or not. */
    readonly mapped: number;
  };
  readonly summary: ComplianceSummary;
  /** The same counts with what a narrowed run says of what it selected; left out where nothing was narrowed. */
  readonly withinSelection?: ComplianceSummary;
  readonly requirements: readonly RequirementResult[];
  /** Attestations that did nothing, and why. */
  readonly attestations?: readonly AttestationNotice[];
}

export interface ComplianceSummary {
  readonly met: number;
  readonly metWithAcceptedRisks: number;
  readonly notMet: number;
  readonly unknown: number;
  readonly manual: number;
  readonly notCovered: number;
  readonly notApplicable: number;
  readonly total: number;
  /** Those that this run decided: met, with accepted risks or not, and not met. */
  readonly assessable: number;
  /** Questions of its checks to lists that could not be read: nobody knows how much they hold. */
  readonly unlisted: number;
}

export interface RequirementResult {
  readonly id: string;
  /** As the source numbers it, where the id differs. */
  readonly number?: string;
  /** In our own words; the number where there are none. */
  readonly title: string;
  readonly section?: string;
  readonly status: RequirementStatus;
  /** Why it has this status, in one sentence. */
  readonly why: string;
  readonly checks: readonly RequirementCheck[];
  /** Ids of the controls that stand for it and have no check yet. */
  readonly notLive: readonly string[];
  /** What it is of what the run selected, where nothing but the selection makes it unknown. Never said of the account. */
  readonly withinSelection?: WithinSelection;
  /** Of the findings that decided its status: nothing that passed. Of very many the first of each check. */
  readonly fingerprints: readonly string[];
  /** How many more findings decided it than `fingerprints` names; left out where it names all. */
  readonly moreFingerprints?: number;
  readonly attestation?: Attested;
  /** The report of AWS Artifact that covers it, where AWS is responsible. */
  readonly awsReport?: string;
}

/** What a requirement is of what a narrowed run looked at. */
export interface WithinSelection {
  readonly status: Exclude<RequirementStatus, 'not-met'>;
  readonly why: string;
  /** What the run left out: `check` where it left out checks of the requirement. */
  readonly leftOut: readonly ('check' | Narrowed)[];
}

/** What a check found for a requirement: passed + failed + unknown + manual + suppressed + notApplicable = population. */
export interface RequirementCheck {
  readonly check: string;
  /** `whole`: it answers the requirement, alone or with the others that are marked so; `part`: the rest needs a person. */
  readonly covers: 'whole' | 'part';
  /** What was listed for it, and one for each list that could not be read. */
  readonly population: number;
  readonly passed: number;
  readonly failed: number;
  /** Also what is unknown and suppressed. */
  readonly unknown: number;
  /** Also what is for a person and suppressed. */
  readonly manual: number;
  /** Failures that somebody accepted. */
  readonly suppressed: number;
  readonly notApplicable: number;
  /** The lists that could not be read: the population is at least as large as was counted. */
  readonly unlisted?: readonly Unlisted[];
  /** `check` where the run left it out; otherwise what of what it looks at the run left out. */
  readonly notSelected?: readonly ('check' | Narrowed)[];
}

/** Who vouches for what no check can see. */
export interface Attested {
  readonly statement: string;
  readonly who: string;
  /** `YYYY-MM-DD`. */
  readonly when: string;
  /** Last day it holds, `YYYY-MM-DD`. */
  readonly validUntil: string;
  readonly evidence?: { readonly file: string; readonly sha256: string };
}

/** An attestation that did nothing. */
export interface AttestationNotice extends Attested {
  /** `evidence`: its file is not what it was; `overruled`: a check of the requirement failed. */
  readonly kind: 'expired' | 'not-yet' | 'evidence' | 'overruled';
  readonly requirement: string;
  readonly why: string;
}
