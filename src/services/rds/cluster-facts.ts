import type { DBCluster } from '@aws-sdk/client-rds';
import { tagsOf } from '../tags.ts';
import { encryptionOf } from './engines.ts';

/** What is kept of a cluster of DocumentDB and of Neptune. */
export const clusterFacts = {
  arn: 'DBClusterArn',
  encryption: encryptionOf,
  keyId: 'KmsKeyId',
  tags: ({ TagList }: DBCluster) => tagsOf(TagList),
  multiAz: 'MultiAZ',
  /** For how many days automatic backups are kept. */
  backupDays: 'BackupRetentionPeriod',
  deletionProtection: 'DeletionProtection',
  exportedLogs: 'EnabledCloudwatchLogsExports',
  parameterGroup: 'DBClusterParameterGroup',
  /** Of each instance, whether it runs with the parameters as they are: `in-sync`, or what is waited for. */
  members: ({ DBClusterMembers }: DBCluster) =>
    DBClusterMembers?.map(({ DBInstanceIdentifier: id, DBClusterParameterGroupStatus: status }) => ({ id, status })),
} as const;

/** The request that lists clusters of all engines; RDS's own keep other facts of the same answer. */
export const clusterList = {
  at: 'DBClusters',
  input: { MaxRecords: 100 },
  narrows: {
    DBClusterIdentifier: 'unless given',
    Filters: 'unless given',
    IncludeShared: 'hides clusters of other accounts: they are judged there',
  },
  sharedAs: 'clusters',
} as const;

/** The same of instances. */
export const instanceList = {
  at: 'DBInstances',
  input: { MaxRecords: 100 },
  narrows: { DBInstanceIdentifier: 'unless given', Filters: 'unless given' },
  sharedAs: 'instances',
} as const;
