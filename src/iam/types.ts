/** Shapes shared by the policy engine. Nothing here does I/O or reads a clock: `now` is always an input. */

/** `allowed` and `denied` are certain; `possible` depends on something that is not known (see `open` and `unknown` of the result). */
export type DecisionVerdict = 'allowed' | 'denied' | 'possible';

/** Truth with a third value; ordered, so that `and` is the minimum and `or` is the maximum. */
export type Tri = 0 | 1 | 2;
export const NO: Tri = 0;
export const MAYBE: Tri = 1;
export const YES: Tri = 2;

/**
 * What is known of a condition key's value in a request.
 * - `known`: it is in the request with exactly these values (several for a multivalued key)
 * - `absent`: it is not in the request
 * - `unknown`: nothing is known, not even whether it is there
 * - `caller`: whoever sends the request decides, including leaving it out; `authorize` then looks for a choice that passes
 * - `begins`: it is there with one value that begins so
 * - `between`: it is there and lies in this range (milliseconds since 1970 for dates, otherwise the number itself)
 */
export type KeyState =
  | { readonly is: 'known'; readonly values: readonly string[] }
  | { readonly is: 'absent' }
  | { readonly is: 'unknown' }
  | { readonly is: 'caller' }
  /** It is there and begins so; how it goes on is not known. */
  | { readonly is: 'begins'; readonly with: string }
  /** A number or time between these; `orAbsent`: or not in the request. */
  | { readonly is: 'between'; readonly from?: number; readonly to?: number; readonly orAbsent?: true };

/** Condition keys of a request, by name in any case. A plain string or list is a known value. */
export type ContextInput = Readonly<Record<string, string | readonly string[] | KeyState>>;

/** Where a statement comes from. Layers of one request are evaluated as AWS orders them. */
export type LayerName = 'identity' | 'resource' | 'boundary' | 'session' | 'scp' | 'rcp';

/** A policy document with the name by which a reader finds it ("inline policy deploy", "bucket policy"). */
export interface PolicySource {
  readonly name: string;
  /** The document as AWS returned it: parsed JSON, JSON text, or URL-encoded JSON text. */
  readonly document: unknown;
}

/** One statement, for evidence. `json` is the statement as it stands in the document. */
export interface StatementRef {
  /** The `name` of the policy. */
  readonly policy: string;
  /** Position in the document's statement list, from 0. */
  readonly index: number;
  readonly sid?: string;
  readonly effect: 'Allow' | 'Deny' | 'unparsable';
  readonly json: unknown;
}

/** A condition that could not be decided. */
export interface OpenCondition {
  readonly policy: string;
  readonly index: number;
  readonly sid?: string;
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
  /** Why it is open: the key's value is not known, the operator is not known, or the values do not parse. */
  readonly reason: 'key' | 'operator' | 'value';
}

/** Who sends a request. */
export interface Caller {
  readonly type:
    | 'user'
    | 'role'
    /** A role that AWS owns (path /aws-service-role/): SCPs do not apply to it. */
    | 'service-linked-role'
    | 'root'
    /** An AWS service acting under its own principal (`sns.amazonaws.com`). */
    | 'service'
    /** A web identity or SAML subject before it has assumed a role; `arn` is the provider. */
    | 'federated'
    | 'anonymous';
  /** `arn:aws:iam::111122223333:role/path/name` (for a role's session too), the service's principal, or the provider. */
  readonly arn: string;
  readonly account?: string;
  /** For a role: the session's ARN, when a policy may name it. */
  readonly sessionArn?: string;
  /** For a role without `sessionArn`: any session of it may ask, so that what names one of them is open. */
  readonly anySession?: true;
  /** `AIDA…` or `AROA…`, where known. */
  readonly uniqueId?: string;
  /** Canonical user id (S3), where known. */
  readonly canonicalId?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly organizationId?: string;
  /** `o-…/r-…/ou-…/` */
  readonly organizationPath?: string;
}

/** Policies of one level of an organisation (root, each OU down to the account, the account), in that order. */
export type OrganizationPolicies = readonly (readonly PolicySource[])[];

/** One request and every policy that AWS would look at. Layers that do not exist are left out; `'unknown'` says they could not be read. */
export interface AuthorizationRequest {
  readonly caller: Caller;
  /** `service:Action`, any case. No wildcards: ask `allowsAction…` in judgements.ts for patterns. */
  readonly action: string;
  /** ARN, or `*` for actions without resources. */
  readonly resource: string;
  /** The account that owns the resource; taken from the ARN where it names one, else the caller's. */
  readonly resourceAccount?: string;
  readonly identity?: readonly PolicySource[];
  readonly boundary?: PolicySource | 'unknown';
  readonly session?: readonly PolicySource[];
  readonly resourcePolicies?: readonly PolicySource[] | 'unknown';
  /**
   * How the resource's policy joins with identity policies.
   * `explicit`: the resource policy must allow by itself or delegate to the account (KMS keys, role trust), see
   * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html. Derived from the action when left out.
   */
  readonly resourcePolicyMode?: 'either' | 'explicit';
  readonly scps?: OrganizationPolicies | 'unknown';
  readonly rcps?: OrganizationPolicies | 'unknown';
  /** The caller's account is the organisation's management account: SCPs do not apply to it. */
  readonly managementAccount?: boolean;
  readonly context?: ContextInput;
  /** The moment of the request; without it conditions on time stay open. */
  readonly now?: Date;
}

export interface LayerDecision {
  readonly layer: LayerName;
  /** `none`: nothing in this layer allows or denies (an implicit deny where the layer must allow). */
  readonly verdict: 'allowed' | 'denied' | 'possible' | 'none' | 'not applicable' | 'not known';
  readonly statements: readonly StatementRef[];
}

export interface Decision {
  readonly verdict: DecisionVerdict;
  /** One sentence that names the layer and statement that decided. */
  readonly reason: string;
  readonly layers: readonly LayerDecision[];
  /** The statements that decided: the denying ones, or those that allow. */
  readonly statements: readonly StatementRef[];
  /** Conditions that could not be decided; empty when the verdict is certain. */
  readonly open: readonly OpenCondition[];
  /** What else a decision that is not certain depends on, in words. */
  readonly depends: readonly string[];
  /** Values the caller has to choose for the request to pass (an empty list: leave the key out). */
  readonly assumed: Readonly<Record<string, readonly string[]>>;
  /** Layers that could not be read (`'unknown'` in the request): the verdict is what the others say. */
  readonly unread: readonly LayerName[];
}

/** What a document grants. */
export interface Judgement {
  /** `possible`: it depends on something that could not be read or decided; never to be taken for `no`. */
  readonly answer: 'yes' | 'possible' | 'no';
  /** The statements that grant it. */
  readonly statements: readonly StatementRef[];
  /** What has to hold for it: condition keys with a value that passes (an empty list: the key is left out). Empty: it always holds. */
  readonly conditions: Readonly<Record<string, readonly string[]>>;
}
