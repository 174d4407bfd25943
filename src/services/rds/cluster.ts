import { listed } from '../../inventory/listed.ts';
import { tagsOf } from '../tags.ts';
import { clusterList } from './cluster-facts.ts';
import { adminNameOf, encryptionOf, ownerOf, tlsParameterOf } from './engines.ts';
import { rds } from './service.ts';

/** A cluster of Aurora, or a Multi-AZ one of RDS. */
export const dbCluster = listed(rds, 'AWS::RDS::DBCluster', 'DescribeDBClusters', {
  ...clusterList,
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBClusters.html'],
  id: ({ DBClusterIdentifier, Engine }) => (ownerOf(Engine) === 'rds' ? DBClusterIdentifier : undefined),
  keep: {
    arn: 'DBClusterArn',
    engine: 'Engine',
    engineMode: 'EngineMode',
    /** The global database of which it is part. */
    globalCluster: ({ GlobalClusterIdentifier: id }) => (id === '' ? undefined : id),
    encryption: encryptionOf,
    keyId: 'KmsKeyId',
    tags: ({ TagList }) => tagsOf(TagList),
    tagsSaid: ({ TagList }) => TagList !== undefined,
    multiAz: 'MultiAZ',
    iamAuthentication: 'IAMDatabaseAuthenticationEnabled',
    /** For how many days automatic backups are kept. */
    backupDays: 'BackupRetentionPeriod',
    deletionProtection: 'DeletionProtection',
    minorUpgrades: 'AutoMinorVersionUpgrade',
    exportedLogs: 'EnabledCloudwatchLogsExports',
    adminName: adminNameOf,
    copiesTags: 'CopyTagsToSnapshot',
    parameterGroup: 'DBClusterParameterGroup',
    /** Of each member, whether it runs with the parameters as they are: `in-sync`, or what is waited for. */
    members: ({ DBClusterMembers }) =>
      DBClusterMembers?.map(({ DBInstanceIdentifier: id, DBClusterParameterGroupStatus: status }) => ({ id, status })),
  },
}).facets((facet) => ({
  /** The parameter that decides whether connections have to use TLS; undefined where its engine has none. */
  tls: facet({
    calls: ['DescribeDBClusterParameters'],
    often: { DescribeDBClusterParameters: 'per parameter group' },
    async read(api, { engine, parameterGroup }) {
      const name = tlsParameterOf(engine);
      if (name === undefined || parameterGroup === undefined) return undefined;
      const value = await api.once(`cluster parameters ${parameterGroup} ${name}`, async () => {
        const asked = {
          DBClusterParameterGroupName: parameterGroup,
          Filters: [{ Name: 'parameter-name', Values: [name] }],
        };
        let found: string | undefined;
        for await (const { Parameters } of api.pages('DescribeDBClusterParameters', asked))
          found = Parameters?.find(({ ParameterName }) => ParameterName === name)?.ParameterValue ?? found;
        return found;
      });
      return { name, group: parameterGroup, value };
    },
  }),
}));
