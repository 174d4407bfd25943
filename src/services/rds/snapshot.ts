import type { DBClusterSnapshot } from '@aws-sdk/client-rds';
import type { Api } from '../../aws/api.ts';
import { resource } from '../../inventory/resource.ts';
import { encryptionOf, type Owner, ownerOf } from './engines.ts';
import { rds } from './service.ts';

type ClusterSnapshots = Api<typeof import('@aws-sdk/client-rds'), 'DescribeDBClusterSnapshots'>;

/**
 * Snapshots of clusters of all engines: asked once per region. Those that AWS takes automatically cannot be shared and are as their
 * cluster is; those that others share or make public are never asked for: they are everybody's.
 */
const clusterSnapshots = (api: ClusterSnapshots): Promise<readonly DBClusterSnapshot[]> =>
  api.once('cluster snapshots', async () => {
    const found: DBClusterSnapshot[] = [];
    for await (const { DBClusterSnapshots } of api.pages('DescribeDBClusterSnapshots', { MaxRecords: 100 }))
      found.push(...(DBClusterSnapshots ?? []).filter(({ SnapshotType }) => SnapshotType !== 'automated'));
    return found;
  });

const asked = {
  SnapshotType: 'unless given',
  Filters: 'unless given',
  IncludeShared: 'hides snapshots of other accounts: they are judged there',
  IncludePublic: "hides everybody's public snapshots",
} as const;
const narrows = {
  DescribeDBSnapshots: {
    ...asked,
    DBInstanceIdentifier: 'unless given',
    DBSnapshotIdentifier: 'unless given',
    DbiResourceId: 'unless given',
  },
  DescribeDBClusterSnapshots: {
    ...asked,
    DBClusterIdentifier: 'unless given',
    DBClusterSnapshotIdentifier: 'unless given',
    DbClusterResourceId: 'unless given',
  },
} as const;

export interface SnapshotItem {
  readonly id: string;
  readonly arn: string;
  readonly of: 'instance' | 'cluster';
  readonly keyId: string | undefined;
  readonly encryption: 'none' | 'sse-rds' | 'sse-kms' | undefined;
}

async function* ofClusters(api: ClusterSnapshots, owner: Owner): AsyncIterable<SnapshotItem> {
  for (const snapshot of await clusterSnapshots(api)) {
    const { DBClusterSnapshotIdentifier: id, DBClusterSnapshotArn: arn, Engine } = snapshot;
    if (id !== undefined && arn !== undefined && ownerOf(Engine) === owner)
      yield { id, arn, of: 'cluster', keyId: snapshot.KmsKeyId, encryption: encryptionOf(snapshot) };
  }
}

/** Who may restore it: account numbers, or `all`. */
const restoredBy = (
  attributes: readonly { AttributeName?: string | undefined; AttributeValues?: string[] | undefined }[] | undefined,
) => {
  const accounts = attributes?.find(({ AttributeName }) => AttributeName === 'restore')?.AttributeValues;
  return { accounts, public: accounts?.includes('all') };
};

/** Snapshots of instances and clusters that somebody or AWS Backup took. */
export const dbSnapshot = resource(rds, 'AWS::RDS::DBSnapshot', {
  calls: ['DescribeDBSnapshots', 'DescribeDBClusterSnapshots'],
  narrows,
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ShareSnapshot.html'],
  async *list(api): AsyncIterable<SnapshotItem> {
    for await (const { DBSnapshots } of api.pages('DescribeDBSnapshots', { MaxRecords: 100 }))
      for (const {
        DBSnapshotIdentifier: id,
        DBSnapshotArn: arn,
        SnapshotType,
        KmsKeyId,
        Encrypted,
        StorageEncryptionType,
      } of DBSnapshots ?? [])
        if (id !== undefined && arn !== undefined && SnapshotType !== 'automated')
          yield {
            id,
            arn,
            of: 'instance',
            keyId: KmsKeyId,
            encryption: encryptionOf({ StorageEncrypted: Encrypted, StorageEncryptionType }),
          };
    yield* ofClusters(api, 'rds');
  },
}).facets((facet) => ({
  sharing: facet({
    calls: ['DescribeDBSnapshotAttributes', 'DescribeDBClusterSnapshotAttributes'],
    async read(api, { id, of }) {
      if (of === 'cluster') {
        const answer = await api.call('DescribeDBClusterSnapshotAttributes', { DBClusterSnapshotIdentifier: id });
        return restoredBy(answer.DBClusterSnapshotAttributesResult?.DBClusterSnapshotAttributes);
      }
      const answer = await api.call('DescribeDBSnapshotAttributes', { DBSnapshotIdentifier: id });
      return restoredBy(answer.DBSnapshotAttributesResult?.DBSnapshotAttributes);
    },
  }),
}));

/** Snapshots of clusters of DocumentDB or Neptune, which answer by RDS's API. */
const snapshotsOf = (owner: Owner, type: string) =>
  resource(rds, type, {
    calls: ['DescribeDBClusterSnapshots'],
    often: { DescribeDBClusterSnapshots: 'once' },
    narrows: { DescribeDBClusterSnapshots: narrows.DescribeDBClusterSnapshots },
    list: (api) => ofClusters(api, owner),
  }).facets((facet) => ({
    sharing: facet.call('DescribeDBClusterSnapshotAttributes', {
      input: ({ id }) => ({ DBClusterSnapshotIdentifier: id }),
      keep: ({ DBClusterSnapshotAttributesResult: found }) => restoredBy(found?.DBClusterSnapshotAttributes),
    }),
  }));

export const documentSnapshot = snapshotsOf('documentdb', 'AWS::DocDB::DBClusterSnapshot');
export const neptuneSnapshot = snapshotsOf('neptune', 'AWS::Neptune::DBClusterSnapshot');
