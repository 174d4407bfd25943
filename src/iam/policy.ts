import type { ArnPattern } from './arn.ts';
import type { Glob, Piece } from './glob.ts';
import type { CompiledCondition } from './condition-types.ts';

/** Text with policy variables, resolved for each request; `${key}` and `${key, 'default'}`. */
export type TemplatePiece = Piece | { readonly variable: string; readonly fallback: string | undefined };
export interface Template {
  readonly pieces: readonly TemplatePiece[];
  readonly text: string;
}

/** One entry of Resource or NotResource. */
export type ResourcePattern = { readonly text: string } & (
  | { readonly pattern: ArnPattern }
  | { readonly template: Template }
);

/** The actions of a statement: exact ones by name, patterns with a wildcard in the service or in the action. All in lower case. */
export interface ActionSet {
  readonly all: boolean;
  readonly exact: ReadonlySet<string>;
  readonly globs: readonly Glob[];
  /** As written, for evidence and for whoever asks which actions are named. */
  readonly texts: readonly string[];
}

/** Who an entry of Principal names. */
export type PrincipalEntry =
  | { readonly type: 'account'; readonly account: string; readonly text: string }
  | { readonly type: 'arn'; readonly arn: string; readonly account: string | undefined; readonly text: string }
  | { readonly type: 'service'; readonly service: string; readonly text: string }
  | { readonly type: 'federated'; readonly provider: string; readonly text: string }
  | { readonly type: 'canonical'; readonly id: string; readonly text: string }
  /** The unique id of a principal that was deleted: grants nobody. */
  | { readonly type: 'deleted'; readonly text: string }
  /** Not a form that AWS documents; whom it names is open. */
  | { readonly type: 'unclear'; readonly text: string };

export interface PrincipalSet {
  /** `*`, or `{"AWS": "*"}`, which mean the same in resource policies. */
  readonly everyone: boolean;
  /** `{"Service": "*"}` or `{"Federated": "*"}`. */
  readonly everyService: boolean;
  readonly everyFederated: boolean;
  readonly entries: readonly PrincipalEntry[];
}

/** A statement ready to be evaluated. */
export interface Statement {
  readonly index: number;
  readonly sid: string | undefined;
  /** `unparsable`: nothing is known of its effect; it may allow and it may deny. */
  readonly effect: 'Allow' | 'Deny' | 'unparsable';
  /** Set when some element could not be read: the statement then may or may not apply. */
  readonly problem: string | undefined;
  readonly actions: ActionSet;
  readonly notAction: boolean;
  /** undefined: the statement has no Resource element (role trust, ECR). */
  readonly resources: readonly ResourcePattern[] | undefined;
  readonly notResource: boolean;
  readonly principals: PrincipalSet | undefined;
  readonly notPrincipal: boolean;
  readonly conditions: readonly CompiledCondition[];
  readonly json: unknown;
}

/** A compiled document. Equal documents are one object. */
export interface Policy {
  readonly version: string;
  readonly statements: readonly Statement[];
  /** Why parts of the document could not be read; empty for a well-formed one. */
  readonly problems: readonly string[];
  /** The statements whose Action or NotAction matches; remembered per action. */
  readonly forAction: (action: string) => readonly Statement[];
}
