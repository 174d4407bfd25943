import type { LayerName, StatementRef } from '../types.ts';

/**
 * `proven`: the policies allow every step; `possible`: some step depends on what is not known; `blocked`: it would be one
 * but for a denial, a boundary or a policy of the organisation.
 */
export type PathVerdict = 'proven' | 'possible' | 'blocked';

/** Why a policy lets a step through; kept for the cut. */
export interface Grant {
  /** How the policy hangs on the principal: its ARN, `inline policy x of y`, `trust policy of z`. */
  readonly policy: string;
  readonly statement: StatementRef;
  readonly action: string;
  readonly resource: string;
}

export interface PathStep {
  /** Id of the edge in the data file, or `entry-…`, `identity-center`, `administrator`, `access` for how a path begins and ends. */
  readonly edge: string;
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly actions: readonly string[];
  /** The policies that allow it, each with the statement: `arn:…:policy/dev (Sid "Pass")`. */
  readonly policies: readonly string[];
  /** What has to hold besides: condition keys with a value that passes, what has to exist, or what blocks the step. */
  readonly condition?: string;
  readonly grants: readonly Grant[];
}

export interface Path {
  readonly verdict: PathVerdict;
  readonly steps: readonly PathStep[];
}

/**
 * `none`: nothing leads there; `unknown`: nothing was found, but some of the principal's policies were not read, or the
 * policy of the resource was not, which may let it in by itself.
 */
export interface PrincipalPaths {
  /** Of a user or role, or of a user or group of IAM Identity Center: `arn:aws:identitystore:::group/…`. */
  readonly arn: string;
  readonly admin: boolean;
  readonly verdict: PathVerdict | 'none' | 'unknown';
  readonly paths: readonly Path[];
}

export type EntryClass =
  | 'internet-compute'
  | 'public-endpoint'
  | 'open-trust'
  | 'identity-provider'
  | 'cross-account'
  /** Through a permission set or an entitlement, where it was not read who has it. */
  | 'identity-center';

/** A way in from outside that leads to the target. */
export interface Entry {
  readonly class: EntryClass;
  /** Who comes in: `the internet`, `every AWS account`, `account 999900001111`, `any identity of …`. */
  readonly who: string;
  readonly arn: string;
  readonly verdict: 'proven' | 'possible';
  readonly path: Path;
}

/** A resource that a principal can open to others: no principal is gained. */
export interface Opening {
  readonly arn: string;
  readonly verdict: 'proven' | 'possible';
  readonly step: PathStep;
}

/** One statement to change, and what that cuts. */
export interface Cut {
  readonly policy: string;
  readonly statement: StatementRef;
  /** Actions to take away. */
  readonly actions: readonly string[];
  /** ARNs of principals none of whose paths are left with this cut and those before it. */
  readonly frees: readonly string[];
  /** Paths that it cuts. */
  readonly paths: number;
  /** The statement before and after, as lines beginning with `-` and `+`. */
  readonly diff: string;
  /** What to do in words. */
  readonly advice: string;
}

export interface PathsResult {
  /** ARN of the account's root stands for "administrator of the account". */
  readonly target: string;
  readonly principals: readonly PrincipalPaths[];
  readonly entries: readonly Entry[];
  readonly openings: readonly Opening[];
  readonly cuts: readonly Cut[];
  /** Layers that were not read: the verdicts are what the others say. */
  readonly unread: readonly LayerName[];
}
