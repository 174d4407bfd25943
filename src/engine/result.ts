import type { Cause } from './causes/cause.ts';
import type { Exposed } from './exposed.ts';
import type { AdvisorComparison } from './trusted-advisor.ts';
import type { Changes } from './changes/comparing.ts';
import type { Category, Fix, Severity } from './check.ts';
import type { Access } from '../inventory/inventory.ts';
import type { DeniedBy } from '../aws/outcome.ts';
import type { Asked } from '../inventory/asked.ts';
import type { Compliance } from './compliance.ts';
import type { Finding, Status } from './finding.ts';
import type { Findings } from './findings.ts';

export const schemaVersion = '2.2';

export interface RunInfo {
  readonly id: string;
  /** Version of this program. */
  readonly version: string;
  readonly account: string;
  readonly partition: string;
  readonly regions: readonly string[];
  readonly startedAt: string;
  readonly finishedAt: string;
  /** ARN of who asked AWS. */
  readonly caller: string;
  /** How whoever asked was authenticated; left out where a snapshot of an earlier version does not tell it. */
  readonly access?: Access;
  /** Where the account stands in its organization, as far as that was read. */
  readonly organization?: OrganizationPlace;
  /** SHA-256 of the list of the files of the program that judged (`dist/SHA256SUMS`); left out where it ran from its source. */
  readonly bundle?: string;
  /** Version of the program that read the account, where another one judged. */
  readonly readBy?: string;
  /** Complete for the selection: false when anything selected could not be judged, or the collection was interrupted. */
  readonly complete: boolean;
  /** `aws`, `snapshot` or `demo`. */
  readonly source: 'aws' | 'snapshot' | 'demo';
  readonly interrupted: boolean;
  /** What the run was narrowed to; left out where it is not known. */
  readonly selection?: RunSelection;
}

/** Where an account stands in its organization. */
export interface OrganizationPlace {
  /** `o-…`; left out where the account is in none. */
  readonly id?: string;
  readonly managementAccount?: string;
  /** Ids of the root and the units above the account, as in `aws:PrincipalOrgPaths`; told to the management account and to delegated administrators. */
  readonly path?: readonly string[];
  /** What they are called, where all of them were read. */
  readonly names?: readonly string[];
}

/** What a run was narrowed to and set to. A list without anything in it narrows nothing. */
export interface RunSelection {
  readonly services: readonly string[];
  /** Patterns of ids. */
  readonly checks: readonly string[];
  readonly excluded: readonly string[];
  readonly severities: readonly string[];
  readonly categories: readonly string[];
  readonly frameworks: readonly string[];
  /** Names and patterns. */
  readonly regions: readonly string[];
  readonly resources: readonly string[];
  /** `key=value` or `key`. */
  readonly tags: readonly string[];
  /** Settings of the selected checks that differ from their defaults, by check id. */
  readonly settings: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Severities that the configuration gives, by pattern of check ids. */
  readonly severityOverrides: Readonly<Record<string, string>>;
  readonly trustedAccounts: readonly string[];
  /** The time that ages were judged by, where one was set: otherwise that of the start. */
  readonly now?: string;
  /** SHA-256 of the snapshot file that was judged, in hexadecimal. */
  readonly snapshot?: string;
}

export type StatusCounts = Readonly<Record<Status, number>>;

export interface Summary {
  readonly checks: number;
  readonly resources: number;
  readonly findings: number;
  readonly byStatus: StatusCounts;
  /** Failures only. */
  readonly failedBySeverity: Readonly<Record<Severity, number>>;
  readonly byCategory: Readonly<Partial<Record<Category, StatusCounts>>>;
  readonly byService: Readonly<Record<string, StatusCounts>>;
}

/** Calls of one service in one region, and how many lists and facets they could not read. */
export interface ServiceCoverage {
  readonly service: string;
  readonly region: string;
  readonly calls: number;
  readonly denied: number;
  readonly failed: number;
  /** Services and operations that do not exist there. */
  readonly unsupported: number;
}

/** Something that could not be read. */
export interface CoverageGap {
  readonly resourceType: string;
  readonly region: string;
  /** Facet name, or `list`. */
  readonly facet: string;
  /** `interrupted`: the run was stopped before an answer came. */
  readonly kind: 'denied' | 'failed' | 'unsupported' | 'interrupted';
  readonly actions: readonly string[];
  readonly cause: string;
  /** What denied it: only a missing permission can be added to the caller's policy. */
  readonly deniedBy?: DeniedBy;
  /** AWS's code of the error, or the network's, where there was one. */
  readonly code?: string;
  /** How many resources it concerns; 0 for a list. */
  readonly resources: number;
  /** Ids of the checks that could not judge because of it. */
  readonly checks: readonly string[];
}

/** What became of a selected check. */
export interface CheckCoverage {
  readonly check: string;
  readonly judged: number;
  readonly notJudged: number;
  readonly notApplicable: number;
  /** Scopes in which the service or call does not exist. */
  readonly unsupported: number;
  /**
   * What was listed for it and is of the run's selection, and one for each list that could not be read: as many as were judged, not
   * judged and not applicable. Results before 2.2 do not tell it, nor what follows.
   */
  readonly population?: number;
  /** How many of the population are lists that could not be read: nobody knows how much they hold. */
  readonly unlisted?: number;
  /** Listed, and not of the run's selection. */
  readonly leftOut?: number;
  /** What kept it from seeing all there is, besides what could not be read; left out where nothing did. */
  readonly narrowed?: readonly Narrowed[];
  /** The population's key in `Coverage.populations`. */
  readonly list?: string;
}

/** What of a run's selection leaves out what a check would have seen. */
export type Narrowed = 'regions' | 'resources' | 'tags';

/** Resources of one type as they were listed, for the checks that judge them. */
export interface Population {
  /** Such as `s3/AWS::S3::Bucket`. */
  readonly list: string;
  readonly resourceType: string;
  /** How many were listed, in the regions whose list could be read. */
  readonly listed: number;
  /** How many in each region whose list could be read; `global` where one list is of all regions. */
  readonly regions: Readonly<Record<string, number>>;
  readonly unlisted: readonly Unlisted[];
  /** Regions in which the service does not exist. */
  readonly nowhere?: readonly string[];
  /** IAM actions behind the list. */
  readonly actions: readonly string[];
  /** What was asked and when, where that is known. */
  readonly asked?: Asked;
}

/** A list that could not be read. */
export interface Unlisted {
  readonly resourceType: string;
  readonly region: string;
  readonly cause: string;
}

/** How much was judged; what a list that could not be read holds is in none of the numbers but its own. */
export interface Judged {
  readonly judged: number;
  /** Resources that were listed and could not be judged. */
  readonly notJudged: number;
  readonly notApplicable: number;
  /** Questions to lists that could not be read: nobody knows of how many resources each is. */
  readonly unlisted: number;
}

/** Regions that another service's inventory tells to be empty. */
export interface EmptyRegions {
  readonly proven: readonly {
    readonly region: string;
    /** Whose inventory it is, e.g. `AWS Resource Explorer`. */
    readonly by: string;
    /** When it was asked, ISO 8601. */
    readonly at: string;
    /** Types that were not listed there. */
    readonly resourceTypes: readonly string[];
  }[];
  /** Regions in which everything was listed. */
  readonly unproven: readonly { readonly region: string; readonly reason: string }[];
}

export interface Coverage {
  readonly complete: boolean;
  readonly services: readonly ServiceCoverage[];
  readonly gaps: readonly CoverageGap[];
  readonly checks: readonly CheckCoverage[];
  readonly skippedRegions: readonly { readonly region: string; readonly reason: string }[];
  /** Where empty regions were to be proven: what was not listed in them, by whose word, and why in others all was. */
  readonly emptyRegions?: EmptyRegions;
  /** What lists do not hold, by how they are asked, and what that means; left out where there is no such list. */
  readonly leftOut?: readonly { readonly resourceType: string; readonly what: string }[];
  /** What the selected checks judge, as it was listed. */
  readonly populations?: readonly Population[];
  /** Of all selected checks together. */
  readonly judged?: Judged;
}

/** A suppression that did nothing: out of date, or matching no finding. */
export interface SuppressionNotice {
  readonly kind: 'expired' | 'unused';
  readonly reason: string;
  readonly owner: string;
  readonly until?: string;
  readonly selector: string;
}

/** The metadata of a selected check that reports show beside its findings. */
export interface CheckInfo {
  readonly id: string;
  readonly title: string;
  readonly service: string;
  readonly category: Category;
  readonly severity: Severity;
  readonly resourceType: string;
  readonly risk: string;
  readonly fix: Fix;
  readonly references: readonly string[];
  readonly frameworks: readonly string[];
  /** Its settings and their defaults, where it has any: what differs in the run stands in its selection. */
  readonly settings?: Readonly<Record<string, { readonly default: unknown; readonly describe: string }>>;
}

/** Who can become administrator, drawn; only where a report that shows pictures was asked for. */
export interface AttackPaths {
  /** One SVG element without anything from elsewhere; empty when no path was found. */
  readonly svg: string;
  /** The same in words, with numbered steps and the cheapest cut. */
  readonly text: string;
  /** Principals and ways in that have a path, administrators left out. */
  readonly count: number;
  /** The ways one by one; results of earlier versions have none. */
  readonly ways?: readonly AttackWay[];
}

/** One way to the goal, for all who can take it. */
export interface AttackWay {
  readonly verdict: 'proven' | 'possible' | 'blocked';
  /** Names for people, of principals, or of who comes in from outside. */
  readonly who: readonly string[];
  readonly steps: readonly {
    readonly title: string;
    /** Whom or what the step is done to, as people call it. */
    readonly to: string;
    /** Whether whoever comes so far is administrator. */
    readonly goal: boolean;
    readonly actions: readonly string[];
    readonly policies: readonly string[];
    readonly condition?: string;
  }[];
}

/** What one account gave: each is judged by itself. A large one's findings are had only one by one. */
export interface AccountResult<F extends Findings = Findings> {
  readonly run: RunInfo;
  readonly summary: Summary;
  readonly coverage: Coverage;
  /** What is to be changed, what is to be fixed first first: every failed finding is of one cause. */
  readonly causes: readonly Cause[];
  readonly suppressions: readonly SuppressionNotice[];
  /** How it differs from the baseline or result that it was compared with. */
  readonly changes?: Changes;
  readonly findings: F;
  readonly attackPaths?: AttackPaths;
  /** What the internet reaches, and what stands in between; earlier results do not tell it. */
  readonly exposed?: Exposed;
  /** Trusted Advisor's own results beside ours; earlier results do not tell them. */
  readonly trustedAdvisor?: AdvisorComparison;
  /** The frameworks that were asked for; left out where none was. */
  readonly compliance?: readonly Compliance[];
}

/** What accounts gave that were judged by the same checks: of each check is told once. */
export interface JudgedAccounts<F extends Findings = Findings> {
  readonly checks: readonly CheckInfo[];
  readonly accounts: readonly AccountResult<F>[];
}

/** Everything a report of one account shows. In JSON the findings are a list. */
export interface RunResult<F extends Findings = readonly Finding[]>
  extends AccountResult<F>, Pick<JudgedAccounts, 'checks'> {
  readonly schemaVersion: string;
}

/** What reports are pure functions of. */
export type AnyResult = RunResult<Findings>;
