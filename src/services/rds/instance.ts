import { listed } from '../../inventory/listed.ts';
import { metric } from '../cloudwatch/metric.ts';
import { tagsOf } from '../tags.ts';
import { instanceList } from './cluster-facts.ts';
import { adminNameOf, encryptionOf, ownerOf, tlsParameterOf } from './engines.ts';
import { authorityOf } from './certificate-authority.ts';
import { placement } from './placement.ts';
import { rds } from './service.ts';

/** A DB instance; what its cluster decides for it is judged on the cluster. */
export const dbInstance = listed(rds, 'AWS::RDS::DBInstance', 'DescribeDBInstances', {
  ...instanceList,
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBInstance.html'],
  id: ({ DBInstanceIdentifier, Engine }) => (ownerOf(Engine) === 'rds' ? DBInstanceIdentifier : undefined),
  keep: {
    arn: 'DBInstanceArn',
    engine: 'Engine',
    cluster: ({ DBClusterIdentifier: id }) => (id === '' ? undefined : id),
    encryption: encryptionOf,
    keyId: 'KmsKeyId',
    tags: ({ TagList }) => tagsOf(TagList),
    /** Whether AWS said which tags it has: none is not the same as nothing. */
    tagsSaid: ({ TagList }) => TagList !== undefined,
    multiAz: 'MultiAZ',
    iamAuthentication: 'IAMDatabaseAuthenticationEnabled',
    minorUpgrades: 'AutoMinorVersionUpgrade',
    publiclyAccessible: 'PubliclyAccessible',
    status: 'DBInstanceStatus',
    createdAt: ({ InstanceCreateTime }) => InstanceCreateTime?.toISOString(),
    /** The database that it follows, or the cluster: an id, or an ARN where that is in another region. */
    replicaOf: ({ ReadReplicaSourceDBInstanceIdentifier: source, ReadReplicaSourceDBClusterIdentifier: cluster }) =>
      [source, cluster].find((id) => id !== undefined && id !== ''),
    /** For how many days automatic backups are kept; with 0 none are made. */
    backupDays: 'BackupRetentionPeriod',
    deletionProtection: 'DeletionProtection',
    exportedLogs: 'EnabledCloudwatchLogsExports',
    adminName: adminNameOf,
    performanceInsights: 'PerformanceInsightsEnabled',
    insightsKeyId: 'PerformanceInsightsKMSKeyId',
    /** What Performance Insights keeps is encrypted with a KMS key, whichever. */
    insightsEncryption: ({ PerformanceInsightsEnabled: on }) => (on === true ? ('kms' as const) : undefined),
    certificateAuthority: 'CACertificateIdentifier',
    copiesTags: 'CopyTagsToSnapshot',
    ...placement,
    /** Its parameter group, and whether it runs with the parameters as they are: `in-sync`, or what is waited for. */
    parameterGroup: ({ DBParameterGroups: groups }) => groups?.[0]?.DBParameterGroupName,
    parameterStatus: ({ DBParameterGroups: groups }) => groups?.[0]?.ParameterApplyStatus,
  },
}).facets((facet) => ({
  /** The CA of its server certificate, as the region lists it; undefined where it is not listed, as CAs are that AWS has withdrawn. */
  ca: facet({
    calls: ['DescribeCertificates'],
    often: { DescribeCertificates: 'once' },
    read: (api, { certificateAuthority }) => authorityOf(api, certificateAuthority),
  }),
  /** Connections of clients: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-metrics.html */
  connections: facet.joined(
    metric<{ readonly id: string }>({
      namespace: 'AWS/RDS',
      name: 'DatabaseConnections',
      stat: 'Maximum',
      window: 'days',
      dimensions: ({ id }) => ({ DBInstanceIdentifier: id }),
    }),
  ),
  /** The parameter that decides whether connections have to use TLS; undefined where its engine or its cluster's group decides. */
  tls: facet({
    calls: ['DescribeDBParameters'],
    often: { DescribeDBParameters: 'per parameter group' },
    async read(api, { engine, cluster, parameterGroup }) {
      const name = tlsParameterOf(engine);
      if (name === undefined || cluster !== undefined || parameterGroup === undefined) return undefined;
      const value = await api.once(`parameters ${parameterGroup} ${name}`, async () => {
        const asked = { DBParameterGroupName: parameterGroup, Filters: [{ Name: 'parameter-name', Values: [name] }] };
        let found: string | undefined;
        for await (const { Parameters } of api.pages('DescribeDBParameters', asked))
          found = Parameters?.find(({ ParameterName }) => ParameterName === name)?.ParameterValue ?? found;
        return found;
      });
      return { name, group: parameterGroup, value };
    },
  }),
}));

/** Members of a cluster have what it has. */
export const notOfCluster = {
  such: { cluster: 'orders' },
  when: ({ cluster, id }: { readonly cluster?: string | undefined; readonly id: string }): string | undefined =>
    cluster === undefined ? undefined : `${id} is a member of the cluster ${cluster}, which is judged`,
} as const;

/** A read replica is made anew from the database that it follows. */
export const notReplica = {
  such: { replicaOf: 'orders' },
  when: ({ replicaOf, id }: { readonly replicaOf?: string | undefined; readonly id: string }): string | undefined =>
    replicaOf === undefined ? undefined : `${id} is a read replica of ${replicaOf}, whose backups count`,
} as const;
