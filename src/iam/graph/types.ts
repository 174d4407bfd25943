import type { OrganizationPolicies, PolicySource } from '../types.ts';

/** A customer managed policy with its other versions, or one of AWS. */
export interface ManagedPolicy {
  readonly arn: string;
  readonly name: string;
  readonly awsManaged: boolean;
  /** Of the default version. */
  readonly document: unknown;
  readonly otherVersions: readonly { readonly id: string; readonly document: unknown }[];
}

export interface InlinePolicy {
  readonly name: string;
  readonly document: unknown;
}

/** What users, roles and groups have in common. */
export interface Holder {
  readonly arn: string;
  readonly name: string;
  /** ARNs of managed policies. */
  readonly attached: readonly string[];
  readonly inline: readonly InlinePolicy[];
}

export interface Group extends Holder {
  readonly kind: 'group';
}

export interface User extends Holder {
  readonly kind: 'user';
  /** `AIDA…`, where it was told. */
  readonly uniqueId?: string | undefined;
  /** Names of groups. */
  readonly groups: readonly string[];
  /** ARN of the permissions boundary. */
  readonly boundary: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
  /** From the credential report; undefined where that was not read. */
  readonly keys?: number | undefined;
  readonly password?: boolean | undefined;
  readonly mfa?: boolean | undefined;
}

export interface Role extends Holder {
  readonly kind: 'role';
  /** `AROA…`, where it was told. */
  readonly uniqueId?: string | undefined;
  readonly trust: unknown;
  readonly boundary: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
  /** ARNs of the instance profiles that hold the role. */
  readonly instanceProfiles: readonly string[];
  /** Belongs to a service (path /aws-service-role/): nobody else can use, pass or change it. */
  readonly serviceLinked: boolean;
  /** Made by IAM Identity Center for a permission set: nobody changes it through IAM. */
  readonly permissionSet: boolean;
}

export type Principal = User | Role;

/** Something that runs with a role, where that was collected. */
export interface Compute {
  readonly kind: 'ec2-instance' | 'function' | 'api';
  readonly arn: string;
  readonly name: string;
  readonly role: string;
  readonly running: boolean;
  /**
   * How the internet reaches it, in words; undefined: it does not; `'unknown'` where that could not be decided, and
   * `unsure` where it is known how, but not whether.
   */
  readonly internet: { readonly via: string; readonly unsure?: boolean } | 'unknown' | undefined;
}

/** Where the policies of one type of the organisation come from. */
export type ControlSource =
  | {
      readonly source: 'collected';
      /** Root first, levels that take nothing away included. */
      readonly levels: OrganizationPolicies;
      /** Why there are none, in words. */
      readonly none?: string;
    }
  | { readonly source: 'file'; readonly file: string; readonly levels: OrganizationPolicies }
  /** Whoever asked says that there are none. */
  | { readonly source: 'stated'; readonly levels: OrganizationPolicies; readonly none: string }
  | {
      readonly source: 'unknown';
      readonly reason: string;
      /** The IAM actions that were denied, if that is the reason. */
      readonly actions: readonly string[];
    };

/** A permission set of IAM Identity Center in the account, and who is assigned it there. */
export interface AssignedSet {
  /** Its name; undefined: AWS did not say it. */
  readonly name: string | undefined;
  readonly principals: readonly { readonly id: string; readonly type: string | undefined }[];
}

/** A role of the account that users and groups of IAM Identity Center may act as without a permission set. */
export interface Entitled {
  readonly role: string;
  /** The account of the application of account access manager that entitles them. */
  readonly by: string | undefined;
  readonly principals: AssignedSet['principals'];
}

/** Facts that `GetAccountAuthorizationDetails` does not tell; each may be unknown. */
export interface Surroundings {
  /** Policies of each level of the organisation, root first; `'unknown'`: not read; undefined: there are none. */
  readonly scps?: OrganizationPolicies | 'unknown' | undefined;
  readonly rcps?: OrganizationPolicies | 'unknown' | undefined;
  /** Where `scps` and `rcps` come from. */
  readonly controls?: { readonly scps: ControlSource; readonly rcps: ControlSource } | undefined;
  readonly managementAccount?: boolean | undefined;
  readonly organization?:
    | {
        readonly id: string;
        readonly accounts?: readonly string[];
        /** Of the account, as in aws:PrincipalOrgPaths: `o-…/r-…/ou-…/`. */
        readonly path?: string;
      }
    | undefined;
  readonly trustedAccounts?: readonly string[] | undefined;
  /** Permission sets in the account, all of them; undefined: they were not read, as in most members. */
  readonly assigned?: readonly AssignedSet[] | undefined;
  /** Entitlements to the account's roles, as far as they were read: an application in another account may have more. */
  readonly entitled?: readonly Entitled[] | undefined;
  /** All EC2 instances with a role; undefined: they were not read. */
  readonly instances?: readonly Compute[] | undefined;
  /** Other things that run with a role and are open to the internet, as far as they were read. */
  readonly endpoints?: readonly Compute[] | undefined;
  /** Policies of resources, by ARN, where they were read. */
  readonly resourcePolicies?: ReadonlyMap<string, readonly PolicySource[] | 'unknown'> | undefined;
  /** Of resources whose ARN names no account: whether they are the account's, as far as its inventory tells. */
  readonly ownResources?: ReadonlyMap<string, boolean> | undefined;
  /** Of such resources: the account that whoever asks says they are of. */
  readonly ownerStated?: ReadonlyMap<string, string> | undefined;
  /** What could not be read, in words that name the missing actions: answers may lack what it would have shown. */
  readonly missing?: readonly string[] | undefined;
  readonly now?: Date | undefined;
}

/** An account as the escalation graph sees it. */
export interface Account extends Surroundings {
  readonly id: string;
  readonly partition: string;
  readonly users: readonly User[];
  readonly roles: readonly Role[];
  readonly groups: ReadonlyMap<string, Group>;
  readonly policies: ReadonlyMap<string, ManagedPolicy>;
}
