import type { OrganizationPolicies, StatementRef } from '../types.ts';

/**
 * Who can reach a resource, widest first:
 * - `public`: anyone on the internet, without AWS credentials
 * - `any-account`: anyone with some AWS account (his own)
 * - `conditional`: outsiders too, but only when something holds that neither they decide nor the policy proves
 *    (a shared value such as sts:ExternalId, a key or operator that is not known)
 * - `cross-account`: accounts that are named, outside the own organisation
 * - `organization`: accounts of the own organisation
 * - `private`: the own account only, or nobody
 * - `unknown`: nothing wider was proven and something could not be read: never to be taken for `private`
 */
export type ExposureVerdict =
  | 'public'
  | 'any-account'
  | 'conditional'
  | 'cross-account'
  | 'organization'
  | 'private'
  | 'unknown';

/**
 * From the narrowest to the widest. `unknown` stands above the named accounts, because something wider may hide in it,
 * and below what is proven to be open to outsiders.
 */
export const EXPOSURE_ORDER: readonly ExposureVerdict[] = [
  'private',
  'organization',
  'cross-account',
  'unknown',
  'conditional',
  'any-account',
  'public',
];

export type AccessGroup = 'read' | 'write' | 'administer';

/** Names that `--kind` and checks use. `generic` judges any other resource policy. */
export const RESOURCE_KINDS = [
  's3',
  'kms',
  'role',
  'sqs',
  'sns',
  'lambda',
  'ecr',
  'secretsmanager',
  'efs',
  'opensearch',
  'apigateway',
  'backup',
  'glacier',
  'events',
  'ram',
  'vpce',
  'generic',
] as const;
export type ResourceKind = (typeof RESOURCE_KINDS)[number];

/** An organisation as far as it is known: its id (`o-…`) and the numbers of its accounts. */
export interface OwnOrganization {
  readonly id?: string;
  readonly accounts?: readonly string[];
}

/** Who "we" are. Everything else is outside. */
export interface ExposureOptions {
  /** The account that owns the resource. Left out, it is taken from the resource's ARN where that names one. */
  readonly account?: string;
  /** The partition it is in. Left out, that of the resource's ARN, or of those that the policy names. */
  readonly partition?: string;
  /**
   * The own organisation. null: the account is in none. Left out, or without its `id`: it is not known which it is, and then
   * no organisation that a policy names counts as own (see `Exposure.organizations` and `Exposure.unknown`).
   */
  readonly organization?: OwnOrganization | null;
  /** Accounts that may have access without being reported as strangers; they stay `cross-account`, see `Exposure.trustedAccounts`. */
  readonly trustedAccounts?: readonly string[];
  /** Unique ids of the own account's users and roles, where they are known (aws:userid names principals by them). */
  readonly ownPrincipals?: ReadonlySet<string>;
  /** The moment to judge; without it grants that are limited in time count as open. */
  readonly now?: Date;
  /** Resource control policies that apply to the resource, where they could be read. */
  readonly rcps?: OrganizationPolicies | 'unknown';
}

/** S3's public-access block; a missing switch is off. https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html */
export interface PublicAccessBlock {
  readonly BlockPublicAcls?: boolean | undefined;
  readonly IgnorePublicAcls?: boolean | undefined;
  readonly BlockPublicPolicy?: boolean | undefined;
  readonly RestrictPublicBuckets?: boolean | undefined;
}

/** One ACL grant as S3 returns it. */
export interface AclGrant {
  readonly Grantee?:
    | {
        readonly Type?: string | undefined;
        readonly URI?: string | undefined;
        readonly ID?: string | undefined;
        readonly EmailAddress?: string | undefined;
        readonly DisplayName?: string | undefined;
      }
    | undefined;
  readonly Permission?: string | undefined;
}

export interface S3AccessPoint {
  readonly arn: string;
  readonly policy?: unknown;
  readonly networkOrigin?: 'Internet' | 'VPC' | undefined;
  readonly publicAccessBlock?: PublicAccessBlock | undefined;
}

interface Common {
  /** ARN of the resource; left out, the ARNs named in the policy are judged. */
  readonly arn?: string | undefined;
  /** The policy as AWS returned it (JSON, text, URL-encoded text); undefined or null: there is none. */
  readonly policy?: unknown;
}

export type ExposureInput =
  | (Common & {
      readonly kind: 's3';
      readonly acl?: readonly AclGrant[] | undefined;
      /** Canonical id of the bucket's owner: grants to it are not foreign. */
      readonly owner?: string | undefined;
      /** `BucketOwnerEnforced` switches ACLs off. */
      readonly objectOwnership?: string | undefined;
      /** undefined or null: not configured. `'unknown'`: could not be read. */
      readonly publicAccessBlock?: PublicAccessBlock | null | 'unknown' | undefined;
      readonly accountPublicAccessBlock?: PublicAccessBlock | null | 'unknown' | undefined;
      readonly accessPoints?: readonly S3AccessPoint[] | undefined;
    })
  | (Common & {
      readonly kind: 'kms';
      readonly grants?:
        | readonly {
            readonly GranteePrincipal?: string | undefined;
            readonly Operations?: readonly string[] | undefined;
            readonly Name?: string | undefined;
            /** Limit a grant to requests with this encryption context, which whoever asks writes himself. */
            readonly Constraints?:
              | {
                  readonly EncryptionContextSubset?: Readonly<Record<string, string>> | undefined;
                  readonly EncryptionContextEquals?: Readonly<Record<string, string>> | undefined;
                }
              | undefined;
          }[]
        | undefined;
    })
  | (Common & { readonly kind: 'role' })
  | (Common & {
      readonly kind: 'lambda';
      /** null: the function has no URL. undefined: not known, judged as if there were one. */
      readonly functionUrl?: { readonly AuthType?: string | undefined } | null | undefined;
    })
  | (Common & {
      readonly kind: 'efs';
    })
  | (Common & {
      readonly kind: 'opensearch';
      /** The domain has its endpoint inside a VPC only. */
      readonly vpc?: boolean | undefined;
      /** Fine-grained access control asks every request for a user of its own. */
      readonly fineGrainedAccess?: boolean | undefined;
    })
  | (Common & {
      readonly kind: 'apigateway';
      /** `PRIVATE` APIs are reached through VPC endpoints only. */
      readonly endpointType?: string | undefined;
      /** Authorisation types of the methods that exist: NONE, AWS_IAM, CUSTOM, COGNITO_USER_POOLS. Left out: not known. */
      readonly authorization?: readonly string[] | undefined;
      /** ARNs of the methods to judge (`arn:aws:execute-api:…:api/stage/GET/path`). Left out: whatever the policy names. */
      readonly methods?: readonly string[] | undefined;
    })
  | (Common & {
      readonly kind: 'ram';
      /** Account ids, organisation and OU ARNs, role ARNs, service principals a share names. */
      readonly principals?: readonly string[] | undefined;
      readonly allowExternalPrincipals?: boolean | undefined;
    })
  | (Common & {
      readonly kind: 'vpce';
      /** Ids of the endpoint and its VPC (`vpce-…`, `vpc-…`): left out, conditions on them count as met. */
      readonly endpoint?: string | undefined;
      readonly vpc?: string | undefined;
    })
  | (Common & {
      readonly kind: 'generic';
      /** Its service refuses requests without credentials. Left out: it may answer anybody. */
      readonly signed?: boolean | undefined;
      /** How the actions begin (in lower case) that its service takes with a token of the owner's identity provider instead. */
      readonly byToken?: string | undefined;
    })
  | (Common & {
      readonly kind: 'sqs' | 'sns' | 'ecr' | 'secretsmanager' | 'backup' | 'glacier' | 'events';
    });

/** A concrete request that passes. */
export interface Witness {
  /** `anonymous`, an ARN, a service principal or a federated subject. Strangers' account numbers are made up. */
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  /** What has to hold: condition keys with the value the request carries (an empty list: the key is left out). */
  readonly conditions: Readonly<Record<string, readonly string[]>>;
  /** The way in, where it is not a plain API call: `ACL grant READ to AllUsers`, `access point arn:…`, `function URL`. */
  readonly via?: string;
}

/** A grant to an AWS service. */
export interface ServiceGrant {
  readonly service: string;
  readonly actions: readonly string[];
  /** No aws:SourceArn, aws:SourceAccount or organisation condition ties the service to a known caller. */
  readonly confusedDeputy: boolean;
  readonly statement: StatementRef;
}

/** A grant to an identity provider (role trust). */
export interface FederatedGrant {
  readonly provider: string;
  readonly type: 'oidc' | 'saml' | 'cognito';
  readonly verdict: ExposureVerdict;
  readonly statement: StatementRef;
  /** What its verdict depends on, in words. */
  readonly unknown: readonly string[];
}

export interface Exposure {
  /** The widest of `access`. */
  readonly verdict: ExposureVerdict;
  readonly access: Readonly<Record<AccessGroup, ExposureVerdict>>;
  /** The widest verdict without grants to identity providers (see `federated`), which only role trust has. */
  readonly principals: ExposureVerdict;
  /** Named accounts outside the own organisation that can reach the resource, trusted ones included. Sorted. */
  readonly accounts: readonly string[];
  /** Those of `accounts` that the options call trusted. */
  readonly trustedAccounts: readonly string[];
  /** Named accounts of the own organisation (other than the own account). */
  readonly organizationAccounts: readonly string[];
  /** Ids of organisations, named by policies, that can reach it and are not the own, or not known to be. */
  readonly organizations: readonly string[];
  /** Those of `organizations` that may be the own, because it is not known which that is. */
  readonly possiblyOwn: readonly string[];
  /** Unique ids of users and roles (`AIDA…`, `AROA…`) that can reach it and are not known to be of the own account. */
  readonly unknownPrincipals: readonly string[];
  /** A request that passes, for the widest verdict above `private`. */
  readonly witness?: Witness;
  /** A witness for each group that is wider than `private`. */
  readonly witnesses: Readonly<Partial<Record<AccessGroup, Witness>>>;
  /** Statements that let the witnesses through. */
  readonly statements: readonly StatementRef[];
  /** The same for each group. */
  readonly grounds: Readonly<Partial<Record<AccessGroup, readonly StatementRef[]>>>;
  /** What could not be decided or read, in words. */
  readonly unknown: readonly string[];
  readonly services: readonly ServiceGrant[];
  /** Those of `services` that any account can make act. */
  readonly confusedDeputies: readonly ServiceGrant[];
  readonly federated: readonly FederatedGrant[];
  /** Facts that changed the verdict: a public-access block that cuts, an ACL that is switched off. */
  readonly notes: readonly string[];
}
