import { listed } from '../../inventory/listed.ts';
import { tagsOf } from '../tags.ts';
import { clusterFacts, clusterList, instanceList } from './cluster-facts.ts';
import { ownerOf } from './engines.ts';
import { parametersOf } from './parameters.ts';
import { placement } from './placement.ts';
import { rds } from './service.ts';

/** A cluster of Neptune Database; graphs of Neptune Analytics are of an API of their own. */
export const neptuneCluster = listed(rds, 'AWS::Neptune::DBCluster', 'DescribeDBClusters', {
  ...clusterList,
  references: ['https://docs.aws.amazon.com/neptune/latest/apiref/API_DescribeDBClusters.html'],
  id: ({ DBClusterIdentifier, Engine }) => (ownerOf(Engine) === 'neptune' ? DBClusterIdentifier : undefined),
  keep: {
    ...clusterFacts,
    iamAuthentication: 'IAMDatabaseAuthenticationEnabled',
    copiesTags: 'CopyTagsToSnapshot',
    subnetGroup: 'DBSubnetGroup',
  },
}).facets((facet) => ({
  /** Those that decide what is logged. */
  parameters: facet({
    calls: ['DescribeDBClusterParameters'],
    often: { DescribeDBClusterParameters: 'per parameter group' },
    read: (api, { parameterGroup }) => parametersOf(api, parameterGroup, ['neptune_enable_audit_log']),
  }),
  /** The subnets that its instances may be in, and their VPC; undefined where its subnet group is not listed. */
  network: facet({
    calls: ['DescribeDBSubnetGroups'],
    often: { DescribeDBSubnetGroups: 'once' },
    async read(api, { subnetGroup }) {
      if (subnetGroup === undefined) return undefined;
      const groups = await api.once('subnet groups', async () => {
        const found: Record<string, { readonly vpcId: string | undefined; readonly subnetIds: readonly string[] }> = {};
        for await (const { DBSubnetGroups } of api.pages('DescribeDBSubnetGroups', { MaxRecords: 100 }))
          for (const { DBSubnetGroupName: name, VpcId: vpcId, Subnets } of DBSubnetGroups ?? [])
            if (name !== undefined && Subnets !== undefined)
              found[name] = { vpcId, subnetIds: Subnets.flatMap(({ SubnetIdentifier: id }) => id ?? []) };
        return found;
      });
      return Object.hasOwn(groups, subnetGroup) ? groups[subnetGroup] : undefined;
    },
  }),
}));

/** An instance of a cluster of Neptune: what its cluster decides for it is judged there. */
export const neptuneInstance = listed(rds, 'AWS::Neptune::DBInstance', 'DescribeDBInstances', {
  ...instanceList,
  references: ['https://docs.aws.amazon.com/neptune/latest/apiref/API_DescribeDBInstances.html'],
  id: ({ DBInstanceIdentifier, Engine }) => (ownerOf(Engine) === 'neptune' ? DBInstanceIdentifier : undefined),
  keep: {
    arn: 'DBInstanceArn',
    tags: ({ TagList }) => tagsOf(TagList),
    minorUpgrades: 'AutoMinorVersionUpgrade',
    publiclyAccessible: 'PubliclyAccessible',
    ...placement,
  },
});
