import type { PublicAccessBlockSwitches } from '../../src/services/s3/public-access-block.ts';

/** All four switches of a public-access block, on or off, or some of them changed. */
export const block = (on: boolean, changed: Partial<PublicAccessBlockSwitches> = {}): PublicAccessBlockSwitches => ({
  BlockPublicAcls: on,
  IgnorePublicAcls: on,
  BlockPublicPolicy: on,
  RestrictPublicBuckets: on,
  ...changed,
});

/** The account's settings, as checks read them along. */
export const accounts = (publicAccessBlock?: PublicAccessBlockSwitches) => [{ id: '111122223333', publicAccessBlock }];

type Permission = 'READ' | 'WRITE' | 'READ_ACP' | 'WRITE_ACP' | 'FULL_CONTROL';

/** An ACL: full control for the owner, and what is given to the two public groups. */
export const aclOf = (...grants: readonly (readonly ['AllUsers' | 'AuthenticatedUsers', Permission])[]) => ({
  owner: 'owner',
  grants: [
    {
      Grantee: { Type: 'CanonicalUser' as const, URI: undefined, ID: 'owner', EmailAddress: undefined },
      Permission: 'FULL_CONTROL' as const,
    },
    ...grants.map(([group, Permission]) => ({
      Grantee: {
        Type: 'Group' as const,
        URI: `http://acs.amazonaws.com/groups/global/${group}`,
        ID: undefined,
        EmailAddress: undefined,
      },
      Permission,
    })),
  ],
});

/** A policy document's text. */
export const policyOf = (...statements: readonly object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });

/** An access point of the bucket `logs`. */
export const accessPointOf = (given: {
  policy?: string;
  networkOrigin?: 'Internet' | 'VPC';
  publicAccessBlock?: PublicAccessBlockSwitches;
  bucket?: string;
}) => ({
  id: 'way',
  arn: 'arn:aws:s3:eu-west-1:111122223333:accesspoint/way',
  bucket: given.bucket ?? 'logs',
  bucketAccount: '111122223333',
  networkOrigin: given.networkOrigin ?? ('Internet' as const),
  vpcId: undefined,
  policy: given.policy,
  publicAccessBlock: given.publicAccessBlock ?? block(false),
});
