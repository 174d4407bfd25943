import type { EntryClass } from '../paths/types.ts';

/**
 * What one statement says of assuming a role with sts:AssumeRole; `unclear` may allow and may deny. `who`, `roles` and `when` stand as
 * Principal, Resource and Condition of the statement.
 */
export interface Rule {
  readonly effect: 'allow' | 'deny' | 'unclear';
  readonly who?: unknown;
  readonly butWho?: unknown;
  readonly roles?: unknown;
  readonly butRoles?: unknown;
  /** Values that both sides have to know, such as external ids, are left out. */
  readonly when?: unknown;
}

/** What one policy says of it. */
export interface Rules {
  /** Whether its language has policy variables. */
  readonly variables: boolean;
  readonly rules: readonly Rule[];
}

/** Policies of each level of the organization, root first, as places in `rules`; undefined: there are none that bind. */
export type Levels = readonly (readonly number[])[] | 'unknown' | undefined;

/** How surely something leads on: `certain`, or it depends on what is not known. */
export type Sureness = 'certain' | 'possible';

/** A few of many. */
export interface Some {
  readonly count: number;
  /** `user/alice`, `role/team/app`. */
  readonly names: readonly string[];
}

/** Somebody outside the account who comes in. */
export interface Outsider {
  readonly class: EntryClass;
  /** In words: `the internet`, `any identity of …`. */
  readonly who: string;
  readonly sure: Sureness;
}

/** `already`: it is administrator; `unknown`: not all of its policies were read. */
export type Administers = 'already' | Sureness | 'no' | 'unknown';

/** A user or role whose own policies may let it assume roles of other accounts. */
export interface Exit {
  /** `user/alice`, `role/team/app`. */
  readonly name: string;
  /** Its policies, as places in `rules`. */
  readonly identity: readonly number[];
  readonly boundary?: number | 'unknown';
  /** Whether it can become administrator of its own account. */
  readonly administers: Administers;
  /** Others of its account that can become it, where that was looked for. */
  readonly by?: { readonly certain: Some; readonly possible: Some };
  readonly outsiders?: readonly Outsider[];
}

/** A role that principals of other accounts may be let into by its trust policy. */
export interface Door {
  /** `role/team/app`: path and name. */
  readonly name: string;
  /** Its trust policy, a place in `rules`. */
  readonly trust: number;
  readonly administers: Administers;
  /** In words, how it becomes administrator. */
  readonly how?: string;
  /** Exits that it can become, as places in `exits`. */
  readonly becomes: readonly { readonly exit: number; readonly sure: Sureness }[];
}

/** What an account says of ways from and to other accounts, without its policies. */
export interface Crossings {
  readonly partition: string;
  readonly rules: readonly Rules[];
  readonly scps?: Levels;
  readonly rcps?: Levels;
  readonly exits: readonly Exit[];
  readonly doors: readonly Door[];
  /** Principals that are administrators; that can become one, or may. */
  readonly administrators: Some;
  readonly becoming: { readonly certain: Some; readonly possible: Some };
  /** Who comes in from outside and becomes administrator. */
  readonly outsiders: readonly Outsider[];
  /** What was too much to be told, in words; empty: this is all. */
  readonly left: readonly string[];
}
