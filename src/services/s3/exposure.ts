import type { Exposure } from '../../iam/index.ts';
import { exposure } from '../../iam/index.ts';
import { along } from '../../engine/check.ts';
import type { Subject } from '../../engine/check.ts';
import { organization } from '../organizations/organization.ts';
import { accessPoint } from '../s3control/access-point.ts';
import { s3Account } from '../s3control/account.ts';
import type { bucket } from './bucket.ts';

/** The facets of a bucket that decide who reaches it. */
export const bucketExposureNeeds = ['acl', 'ownership', 'policy', 'publicAccessBlock'] as const;

/** What else decides it: the account's own block, and access points. */
export const bucketExposureAlong = {
  accounts: along(s3Account, { needs: ['publicAccessBlock'] }),
  accessPoints: along(accessPoint, { needs: ['publicAccessBlock', 'policy'] }),
} as const;

/** The organisation's id, where it is known: grants to its members are told apart from grants to strangers. */
export const organizationAlong = { organizations: along(organization, { needs: ['details'] }) } as const;

interface Companions {
  readonly accounts: readonly Subject<typeof s3Account, 'publicAccessBlock'>[];
  readonly accessPoints: readonly Subject<typeof accessPoint, 'publicAccessBlock' | 'policy'>[];
  readonly organizations?: readonly Subject<typeof organization, 'details'>[];
}

/** Judges who can reach a bucket, everything that grants and everything that blocks taken together. */
export function bucketExposure(
  subject: Subject<typeof bucket, (typeof bucketExposureNeeds)[number]>,
  companions: Companions,
  context: { readonly now: number; readonly trustedAccounts: readonly string[] },
): Exposure {
  const organizationId = companions.organizations?.[0]?.details?.id;
  return exposure(
    {
      kind: 's3',
      arn: subject.arn,
      policy: subject.policy,
      acl: subject.acl.grants,
      owner: subject.acl.owner,
      objectOwnership: subject.ownership,
      publicAccessBlock: subject.publicAccessBlock,
      accountPublicAccessBlock: companions.accounts[0]?.publicAccessBlock,
      accessPoints: companions.accessPoints
        .filter((point) => point.bucket === subject.id)
        .map((point) => ({
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
      ...(organizationId === undefined ? {} : { organization: { id: organizationId } }),
    },
  );
}
