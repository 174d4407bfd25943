import type { Exposure } from '../../iam/index.ts';
import { compile, exposure } from '../../iam/index.ts';
import { along } from '../../engine/check.ts';
import type { Subject } from '../../engine/check.ts';
import type { OrganizationPolicies } from '../../iam/types.ts';
import { resourceControlAlong } from '../organization/control-policies.ts';
import { accessPoint } from '../../services/s3control/access-point.ts';
import { s3Account } from '../../services/s3control/account.ts';
import type { bucket } from '../../services/s3/bucket.ts';

/** The facets of a bucket that decide who reaches it. */
export const bucketExposureNeeds = ['acl', 'ownership', 'policy', 'publicAccessBlock'] as const;

/** What else decides it: the account's own block, access points, and the organisation's policies. */
export const bucketExposureAlong = {
  ...resourceControlAlong,
  accounts: along(s3Account, { needs: ['publicAccessBlock'] }),
  accessPoints: along(accessPoint, { needs: ['publicAccessBlock', 'policy'] }),
} as const;

/** The same for a check on the bucket itself: its access points are all in its region. */
export const ownExposureAlong = {
  ...resourceControlAlong,
  accounts: bucketExposureAlong.accounts,
  accessPoints: along(accessPoint, { needs: ['publicAccessBlock', 'policy'], reach: 'region' }),
} as const;

/** Without access points: for what they have no part in. */
export const accountBlockAlong = { ...resourceControlAlong, accounts: bucketExposureAlong.accounts } as const;

type Facts = Subject<typeof bucket, (typeof bucketExposureNeeds)[number]>;

type AccessPoint = Subject<typeof accessPoint, 'publicAccessBlock' | 'policy'>;

interface Companions {
  readonly accounts: readonly Subject<typeof s3Account, 'publicAccessBlock'>[];
  readonly accessPoints?: readonly AccessPoint[];
}

interface Circumstances {
  readonly now: number;
  readonly trustedAccounts: readonly string[];
  /** The own organisation. */
  readonly organization?: { readonly id: string } | null | undefined;
  /** Of `resourceLimits`. */
  readonly rcps?: OrganizationPolicies | undefined;
}

/**
 * Judges who can reach a bucket, everything that grants and everything that blocks taken together.
 * Leave a grant out (the ACL, the policy, the access points) to judge the others alone.
 */
export function bucketExposure(
  subject: Pick<Facts, 'id' | 'arn' | 'account' | 'publicAccessBlock'> &
    Partial<Pick<Facts, 'acl' | 'ownership' | 'policy'>>,
  companions: Companions,
  context: Circumstances,
): Exposure {
  return exposure(
    {
      kind: 's3',
      arn: subject.arn,
      policy: subject.policy,
      acl: subject.acl?.grants,
      owner: subject.acl?.owner,
      objectOwnership: subject.ownership,
      publicAccessBlock: subject.publicAccessBlock,
      accountPublicAccessBlock: companions.accounts[0]?.publicAccessBlock,
      accessPoints: pointsOf(subject.id, companions.accessPoints ?? []).map((point) => ({
        arn: point.arn,
        policy: point.policy,
        publicAccessBlock: point.publicAccessBlock,
        networkOrigin: point.networkOrigin === 'VPC' ? ('VPC' as const) : ('Internet' as const),
      })),
    },
    {
      account: subject.account,
      now: new Date(context.now),
      trustedAccounts: context.trustedAccounts,
      ...(context.organization === undefined ? {} : { organization: context.organization }),
      ...(context.rcps === undefined ? {} : { rcps: context.rcps }),
    },
  );
}

/**
 * What else could let strangers at the objects of a bucket, in words, beside what `bucketExposure` reads:
 *
 * - ACLs of single objects, where nothing switches them off or ignores public ones. They would be one request for each object
 *   (https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html), so they are not read, and a verdict on the bucket says
 *   so: an unknown would stay for every bucket that uses ACLs, whoever asks.
 * - policies of Multi-Region and Object Lambda access points, where the bucket's policy leaves the decision to access points
 *   (https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html).
 */
export function unreadWays(
  { ownership, policy, publicAccessBlock }: Pick<Facts, 'ownership' | 'policy' | 'publicAccessBlock'>,
  accounts: Companions['accounts'],
): string {
  const ignored = [publicAccessBlock, accounts[0]?.publicAccessBlock].some((block) => block?.IgnorePublicAcls === true);
  const acls =
    ownership === 'BucketOwnerEnforced'
      ? 'ACLs are off, those of its objects too'
      : ignored
        ? 'public ACLs have no effect, those of its objects neither'
        : 'the ACLs of its objects were not read';
  return delegates(policy)
    ? `${acls}; the policies of Multi-Region and Object Lambda access points were not read`
    : acls;
}

/** Whether a bucket's policy allows what access points let through. */
const delegates = (policy: string | undefined): boolean =>
  policy !== undefined &&
  compile(policy).statements.some(
    ({ effect, conditions }) =>
      effect === 'Allow' &&
      conditions.some(({ key }) => key.startsWith('s3:dataaccesspoint') || key === 's3:accesspointnetworkorigin'),
  );

/** The access points that lead to a bucket. */
export const pointsOf = (bucketName: string, points: readonly AccessPoint[]): readonly AccessPoint[] =>
  points.filter((point) => point.bucket === bucketName);

/**
 * The access points that anyone may call: one of a VPC is never public, whatever its policy says.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
export const internetPoints = (points: readonly AccessPoint[]): readonly AccessPoint[] =>
  points.filter((point) => point.networkOrigin !== 'VPC');
