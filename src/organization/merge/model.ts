import type { Severity } from '../../engine/check.ts';
import type { Effort, CauseKind as ChangeKind } from '../../engine/causes/cause.ts';
import type { RequirementStatus } from '../../engine/compliance.ts';
import type { Finding, Status } from '../../engine/finding.ts';
import type { CoverageGap, StatusCounts, SuppressionNotice } from '../../engine/result.ts';
import type { AccountWay } from '../../iam/across/ways.ts';
import type { CauseKind, ExportedJudgement } from '../export.ts';
import type { Many } from '../lines.ts';
import type { Skip, Unit } from '../manifest.ts';

export type { AccountWay } from '../../iam/across/ways.ts';

/** Of the JSON that `audit org report` writes; the first number changes when fields mean something else. */
export const organizationSchemaVersion = '1.0';

/** What became of an account of the manifest: each has one of these, and none is left out. */
export const accountStatuses = ['scanned', 'partial', 'failed', 'unreachable', 'skipped'] as const;
export type AccountStatus = (typeof accountStatuses)[number];

/** `damaged`: what is in the store for the account is not what was written, or is of another manifest. */
export interface AccountCause {
  readonly kind: CauseKind | Skip | 'damaged';
  readonly message: string;
  readonly hint?: string;
}

export interface AccountLine {
  readonly id: string;
  readonly name: string;
  /** Names from the root down, joined by `/`; empty where the tree is not known. */
  readonly ou: string;
  readonly units: readonly Unit[];
  readonly status: AccountStatus;
  /** There unless `scanned`. */
  readonly cause?: AccountCause;
  readonly startedAt?: string;
  readonly finishedAt?: string;
  readonly version?: string;
  /** Policies of the organization that bind it; undefined where nothing was judged. */
  readonly controls?: NonNullable<ExportedJudgement['controls']>;
  /** Undefined where nothing was judged. */
  readonly judged?: {
    readonly regions: number;
    readonly resources: number;
    readonly byStatus: StatusCounts;
    readonly failedBySeverity: Readonly<Record<Severity, number>>;
    /** How many of its lists and facets could not be read. */
    readonly gaps: number;
    /** Against a baseline: failures that it does not know. */
    readonly new?: number;
  };
}

/** How many accounts of each status; together they are the manifest. */
export type AccountCounts = Readonly<Record<AccountStatus | 'manifest', number>>;

/** The root or an organizational unit, with everything below it. */
export interface UnitLine extends Unit {
  readonly path: string;
  /** Undefined for a root. */
  readonly parent?: string;
  readonly depth: number;
  readonly accounts: AccountCounts;
  readonly byStatus: StatusCounts;
  readonly failedBySeverity: Readonly<Record<Severity, number>>;
  /** Against a baseline: failures that it does not know. */
  readonly new?: number;
  readonly compliance: readonly HeldFramework[];
}

/** Each account once, by the worst that a check found in it; together they are the manifest. */
export type CheckAccounts = Readonly<Record<CheckStanding, number>>;
/** `not-judged`: nobody knows; `skipped`: the plan leaves the account out. */
export const checkStandings = [
  'fail',
  'unknown',
  'manual',
  'suppressed',
  'pass',
  'not-applicable',
  'not-judged',
  'skipped',
] as const;
export type CheckStanding = (typeof checkStandings)[number];

/** What one check found over all accounts. */
export interface CheckLine {
  readonly check: string;
  readonly title: string;
  readonly service: string;
  readonly category: string;
  /** The worst of what failed; of what did not pass, where nothing failed. Undefined where all passed. */
  readonly severity?: Severity;
  /** The worst of all accounts; where one was not judged, nothing passes: `unknown`. */
  readonly status: Status | 'not-applicable';
  readonly accounts: CheckAccounts;
  /** Resources. */
  readonly byStatus: StatusCounts;
  /** One for each account in the order of `accounts`: an index into `checkStandings`. */
  readonly standings: Uint8Array;
}

/** What is to be changed, in how many accounts. */
export interface CauseLine {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly title: string;
  readonly subject?: string;
  readonly severity: Severity;
  readonly status: 'fail' | 'unknown';
  readonly effort: Effort;
  readonly checks: readonly string[];
  /** How many accounts have it. */
  readonly accounts: number;
  /** Causes, resources and findings of all of them. */
  readonly causes: number;
  readonly resources: number;
  readonly findings: number;
  /** IAM actions to allow, where permissions are missing. */
  readonly actions?: readonly string[];
  /** One account that has it, and its id there. */
  readonly example: { readonly account: string; readonly id: string };
}

/** `not-judged` and `skipped` as of checks. */
export const requirementStandings = [
  'not-met',
  'unknown',
  'manual',
  'not-covered',
  'not-applicable',
  'met-with-accepted-risks',
  'met',
  'not-judged',
  'skipped',
] as const satisfies readonly (RequirementStatus | 'not-judged' | 'skipped')[];
export type RequirementStanding = (typeof requirementStandings)[number];

export interface RequirementLine {
  readonly id: string;
  /** As the source numbers it, where the id differs. */
  readonly number?: string;
  /** In our own words; the number where there are none. */
  readonly title: string;
  /** The worst of all accounts; where one was not judged, at best `unknown`. */
  readonly status: RequirementStatus;
  /** Each account once; together they are the manifest. */
  readonly accounts: Readonly<Record<RequirementStanding, number>>;
  /** Of all accounts that were held against it: the parts of `counts` are all of it. */
  readonly population: number;
  readonly counts: Readonly<Record<string, number>>;
  /** One for each account in the order of `accounts`: an index into `requirementStandings`. */
  readonly standings: Uint8Array;
}

export interface FrameworkLine {
  readonly key: string;
  readonly name: string;
  readonly version: string | null;
  readonly hash: string;
  /** How many accounts were held against it. */
  readonly accounts: number;
  readonly summary: Readonly<Record<RequirementStatus | 'total', number>>;
  readonly requirements: readonly RequirementLine[];
}

/** A framework, held against the accounts below a unit, or one account. */
export interface HeldFramework extends Pick<FrameworkLine, 'key' | 'name' | 'version' | 'hash' | 'summary'> {
  /** How many of them were held against it. */
  readonly accounts: number;
  /** Ids of requirements. */
  readonly notMet: readonly string[];
}

/** A user or group of IAM Identity Center, who is administrator of accounts by permission sets, or may be. */
export interface PersonLine {
  /** Of the identity store. */
  readonly id: string;
  readonly type: 'USER' | 'GROUP' | 'other';
  /** The sets that give it. */
  readonly sets: readonly string[];
  /** Accounts, by the most that one of the sets gives there. */
  readonly administratorOf: readonly string[];
  /** He can make himself administrator. */
  readonly escalatesIn: readonly string[];
  /** Policies that the account has for itself decide. */
  readonly possibleIn: readonly string[];
  /** The set was not read. */
  readonly unknownIn: readonly string[];
}

/** What is found by looking at all accounts together. */
export interface OrganizationFinding {
  readonly check: string;
  readonly title: string;
  readonly status: 'fail' | 'unknown' | 'suppressed' | 'pass' | 'not-applicable';
  readonly severity: Severity;
  readonly message: string;
  /** Those that fail or are not known, with why. */
  readonly accounts: readonly { readonly account: string; readonly status: 'fail' | 'unknown'; readonly why: string }[];
  /** Each account of the manifest once. */
  readonly counts: Readonly<Record<'fail' | 'unknown' | 'suppressed' | 'pass' | 'not-applicable' | 'skipped', number>>;
}

/** The findings of an account that did not pass, and what could not be read there. */
export interface AccountDetails {
  readonly line: AccountLine;
  readonly findings: Many<Finding>;
  readonly gaps: readonly CoverageGap[];
  readonly skippedRegions: readonly { readonly region: string; readonly reason: string }[];
}

export interface ScanInfo {
  readonly id: string;
  /** SHA-256 of the manifest. */
  readonly manifest: string;
  readonly plannedAt: string;
  /** Versions of the program that planned it and that scanned. */
  readonly versions: readonly string[];
  readonly organization?: string;
  readonly managementAccount?: string;
  readonly partition: string;
  /** Names and patterns; empty: every region that is enabled. */
  readonly regions: readonly string[];
  readonly selection: Readonly<Record<string, readonly string[]>>;
}

export interface OrganizationSummary {
  readonly accounts: AccountCounts;
  /** Whether every account that was to be scanned was, and wholly, and there was one. */
  readonly complete: boolean;
  readonly checks: number;
  readonly resources: number;
  readonly findings: number;
  readonly byStatus: StatusCounts;
  readonly failedBySeverity: Readonly<Record<Severity, number>>;
  /** Against a baseline: failures that it does not know. */
  readonly new?: number;
}

/** A scan of an organization as it stands in its store. Made again of the same store it is the same, byte for byte. */
export interface OrganizationResult {
  readonly schemaVersion: typeof organizationSchemaVersion;
  readonly scan: ScanInfo;
  readonly summary: OrganizationSummary;
  readonly accounts: readonly AccountLine[];
  readonly units: readonly UnitLine[];
  readonly causes: readonly CauseLine[];
  /** How many more causes there are than are told, each in few accounts. */
  readonly causesLeft: number;
  readonly compliance: readonly FrameworkLine[];
  /** By check; worst first. */
  readonly checks: readonly CheckLine[];
  readonly organizationFindings: readonly OrganizationFinding[];
  /** From one account to administrator of another, the worst first; undefined: no check of paths was selected. */
  readonly ways?: readonly AccountWay[];
  /** How many more ways there are than are told. */
  readonly waysLeft: number;
  /** Of IAM Identity Center, the most powerful first; undefined: no account told of assignments. */
  readonly people?: readonly PersonLine[];
  /** How many more there are than are told. */
  readonly peopleLeft: number;
  readonly suppressions: readonly SuppressionNotice[];
  /** What is not as it should be in the store, and how that was dealt with. */
  readonly notes: readonly string[];
  /** Reads the store once more, an account at a time: nobody holds the findings of all of them. */
  details(): AsyncIterable<AccountDetails>;
}
