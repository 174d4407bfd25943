import type { Cluster } from '@aws-sdk/client-redshift';
import { listed } from '../../inventory/listed.ts';
import { tagsOf } from '../tags.ts';
import { redshift } from './service.ts';

/**
 * What encrypts a cluster: a key of KMS, an HSM, or a key that AWS owns, which Redshift names so or not at all
 * (https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-db-encryption.html).
 */
function encryptionOf({ Encrypted, KmsKeyId, HsmStatus }: Cluster): 'KMS' | 'HSM' | 'AWS' | 'NONE' | undefined {
  if (Encrypted === undefined) return undefined;
  if (!Encrypted) return 'NONE';
  if (HsmStatus !== undefined) return 'HSM';
  return KmsKeyId === undefined || KmsKeyId === '' || KmsKeyId === 'AWS_OWNED_KMS_KEY' ? 'AWS' : 'KMS';
}

/** A provisioned cluster. */
export const redshiftCluster = listed(redshift, 'AWS::Redshift::Cluster', 'DescribeClusters', {
  at: 'Clusters',
  input: { MaxRecords: 100 },
  narrows: { ClusterIdentifier: 'unless given', TagKeys: 'unless given', TagValues: 'unless given' },
  references: ['https://docs.aws.amazon.com/redshift/latest/APIReference/API_Cluster.html'],
  id: ({ ClusterIdentifier, ClusterStatus }) => (ClusterStatus === 'deleting' ? undefined : ClusterIdentifier),
  keep: {
    // Told with each cluster: https://docs.aws.amazon.com/redshift/latest/APIReference/API_Cluster.html
    tags: ({ Tags }) => tagsOf(Tags),
    status: 'ClusterStatus',
    encryption: encryptionOf,
    keyId: 'KmsKeyId',
    /** Whether it uses an HSM, and whether what was set of it is applied: `active` or `applying`. */
    hsm: ({ HsmStatus: hsm }) =>
      hsm === undefined
        ? undefined
        : { status: hsm.Status?.toLowerCase(), configuration: hsm.HsmConfigurationIdentifier },
    publiclyAccessible: 'PubliclyAccessible',
    adminName: 'MasterUsername',
    databaseName: 'DBName',
    enhancedVpcRouting: 'EnhancedVpcRouting',
    versionUpgrades: 'AllowVersionUpgrade',
    /** For how many days automatic snapshots are kept; with 0 none are made. */
    snapshotDays: 'AutomatedSnapshotRetentionPeriod',
    /** None while it is being made. */
    port: ({ Endpoint }) => Endpoint?.Port,
    vpcId: 'VpcId',
    subnetGroup: 'ClusterSubnetGroupName',
    groupIds: ({ VpcSecurityGroups }) =>
      VpcSecurityGroups?.flatMap(({ VpcSecurityGroupId: id }) => (id === undefined ? [] : [id])),
    parameterGroup: ({ ClusterParameterGroups: groups }) => groups?.[0]?.ParameterGroupName,
    /** Whether it runs with `require_ssl` as it is in the group: `in-sync`, or what is waited for. */
    parameterStatus: ({ ClusterParameterGroups: groups }) =>
      groups?.[0]?.ClusterParameterStatusList?.find(({ ParameterName }) => ParameterName === 'require_ssl')
        ?.ParameterApplyStatus ?? groups?.[0]?.ParameterApplyStatus,
  },
  arn: ({ id }, { partition, region, account }) => `arn:${partition}:redshift:${region}:${account}:cluster:${id}`,
}).facets((facet) => ({
  /** `require_ssl` of its parameter group; undefined where AWS names no group. */
  tls: facet({
    calls: ['DescribeClusterParameters'],
    often: { DescribeClusterParameters: 'per parameter group' },
    async read(api, { parameterGroup }) {
      if (parameterGroup === undefined) return undefined;
      const value = await api.once(`parameters ${parameterGroup}`, async () => {
        let found: string | undefined;
        for await (const { Parameters } of api.pages('DescribeClusterParameters', {
          ParameterGroupName: parameterGroup,
          MaxRecords: 100,
        }))
          found = Parameters?.find(({ ParameterName }) => ParameterName === 'require_ssl')?.ParameterValue ?? found;
        return found;
      });
      return { group: parameterGroup, value };
    },
  }),
  /** Audit logs of connections and users: https://docs.aws.amazon.com/redshift/latest/APIReference/API_DescribeLoggingStatus.html */
  logging: facet.call('DescribeLoggingStatus', {
    input: ({ id }) => ({ ClusterIdentifier: id }),
    keep: ({ LoggingEnabled }) => ({ enabled: LoggingEnabled }),
  }),
  /** The subnets that it may be in; undefined where its subnet group is not listed. */
  subnetIds: facet({
    calls: ['DescribeClusterSubnetGroups'],
    often: { DescribeClusterSubnetGroups: 'once' },
    async read(api, { subnetGroup }) {
      if (subnetGroup === undefined) return undefined;
      const groups = await api.once('subnet groups', async () => {
        const found: Record<string, readonly string[]> = {};
        for await (const { ClusterSubnetGroups } of api.pages('DescribeClusterSubnetGroups', { MaxRecords: 100 }))
          for (const { ClusterSubnetGroupName: name, Subnets } of ClusterSubnetGroups ?? [])
            if (name !== undefined && Subnets !== undefined)
              found[name] = Subnets.flatMap(({ SubnetIdentifier: id }) => (id === undefined ? [] : [id]));
        return found;
      });
      return Object.hasOwn(groups, subnetGroup) ? groups[subnetGroup] : undefined;
    },
  }),
}));

export const clusterEncryption = {
  at: 'encryption',
  is: { KMS: 'kms', HSM: 'kms', AWS: 'aws', NONE: 'none' },
  unsaid: undefined,
  key: 'keyId',
  what: 'its data',
} as const;
