import { listed } from '../../inventory/listed.ts';
import { memorydb } from './service.ts';

/** The ACL of AWS's that lets everybody in: https://docs.aws.amazon.com/memorydb/latest/devguide/clusters.acls.html */
export const openAccess = 'open-access';

/** A cluster of MemoryDB. */
export const memoryCluster = listed(memorydb, 'AWS::MemoryDB::Cluster', 'DescribeClusters', {
  at: 'Clusters',
  input: { MaxResults: 50 },
  narrows: { ClusterName: 'unless given', ShowShardDetails: 'hides which nodes shards have, which no check reads' },
  references: ['https://docs.aws.amazon.com/memorydb/latest/APIReference/API_Cluster.html'],
  id: ({ Name }) => Name,
  keep: {
    arn: 'ARN',
    acl: 'ACLName',
    tls: 'TLSEnabled',
    zones: 'AvailabilityMode',
    minorUpgrades: 'AutoMinorVersionUpgrade',
    /** For how many days automatic snapshots are kept; with 0 none are made. */
    snapshotDays: 'SnapshotRetentionLimit',
    keyId: 'KmsKeyId',
    /** It is always encrypted: with a key that AWS owns where none is named (https://docs.aws.amazon.com/memorydb/latest/devguide/at-rest-encryption.html). */
    encryption: ({ KmsKeyId: key }) => (key === undefined || key === '' ? ('AWS' as const) : ('KMS' as const)),
  },
}).facets((facet) => ({
  /** The users of its ACL, as far as they may come in without a password; undefined where the ACL is not listed. */
  users: facet({
    calls: ['DescribeACLs', 'DescribeUsers'],
    often: { DescribeACLs: 'once', DescribeUsers: 'once' },
    async read(api, { acl }) {
      // Nothing is asked about the one of AWS's, whose user is known.
      if (acl === undefined || acl === openAccess) return undefined;
      const lists = await api.once('ACLs', async () => {
        const found = new Map<string, readonly string[] | undefined>();
        for await (const { ACLs } of api.pages('DescribeACLs', { MaxResults: 50 }))
          for (const { Name, UserNames } of ACLs ?? []) if (Name !== undefined) found.set(Name, UserNames);
        return found;
      });
      const names = lists.get(acl);
      if (names === undefined) return undefined;
      const users = await api.once('users', async () => {
        const found = new Map<string, 'open' | 'closed' | undefined>();
        for await (const { Users } of api.pages('DescribeUsers', { MaxResults: 50 }))
          for (const { Name, Authentication, AccessString } of Users ?? [])
            if (Name !== undefined) found.set(Name, entryOf(Authentication?.Type, AccessString));
        return found;
      });
      return {
        open: names.filter((name) => users.get(name) === 'open'),
        unsaid: names.filter((name) => users.get(name) === undefined),
      };
    },
  }),
}));

/** Whether a user comes in without a password: one whose access string does not say `on` may not come in at all. */
function entryOf(type: string | undefined, access: string | undefined): 'open' | 'closed' | undefined {
  if (type === 'password' || type === 'iam') return 'closed';
  if (access !== undefined && !/(?:^|\s)on(?:\s|$)/i.test(access)) return 'closed';
  return type === 'no-password' ? 'open' : undefined;
}

export const memoryEncryption = {
  at: 'encryption',
  is: { AWS: 'aws', KMS: 'kms' },
  unsaid: undefined,
  key: 'keyId',
  what: 'what it stores',
} as const;
