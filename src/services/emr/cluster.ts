import type { Api } from '../../aws/api.ts';
import { MalformedAnswer } from '../../aws/errors.ts';
import { listed } from '../../inventory/listed.ts';
import { emr } from './service.ts';

export interface PrimaryNode {
  readonly id: string | undefined;
  readonly publicAddress: string | undefined;
  readonly privateAddress: string | undefined;
  readonly subnetId: string | undefined;
  /** Its security groups; undefined where EMR does not say. */
  readonly groupIds: readonly string[] | undefined;
}

/** A cluster on EC2 that has not ended; of those that have, EMR keeps telling for two months. */
export const emrCluster = listed(emr, 'AWS::EMR::Cluster', 'ListClusters', {
  at: 'Clusters',
  input: { ClusterStates: ['STARTING', 'BOOTSTRAPPING', 'RUNNING', 'WAITING'] },
  narrows: { CreatedAfter: 'unless given', CreatedBefore: 'unless given' },
  id: ({ Id }) => Id,
  keep: {
    name: ({ Name, Id = '' }) => Name ?? Id,
    arn: 'ClusterArn',
    state: ({ Status }) => Status?.State,
  },
  label: ({ id, name }) => (name === id ? id : `${name} (${id})`),
  arn: ({ id }, { partition, region, account }) =>
    `arn:${partition}:elasticmapreduce:${region}:${account}:cluster/${id}`,
}).facets((facet) => ({
  details: facet({
    calls: ['DescribeCluster'],
    async read(api, { id }) {
      const found = await clusterOf(api, id);
      return {
        /** Where its logs are kept. None: nowhere but on the cluster, https://docs.aws.amazon.com/emr/latest/APIReference/API_Cluster.html */
        logUri: found.LogUri,
        securityConfiguration: found.SecurityConfiguration,
        /** "… when Kerberos authentication is enabled": https://docs.aws.amazon.com/emr/latest/APIReference/API_KerberosAttributes.html */
        kerberos: found.KerberosAttributes !== undefined,
      };
    },
  }),
  /**
   * Its primary nodes that have not ended, by their addresses. They are asked by the group or the fleet that they are of, whichever the
   * cluster consists of: EMR refuses the other (https://docs.aws.amazon.com/emr/latest/APIReference/API_ListInstances.html).
   */
  primaries: facet({
    calls: ['DescribeCluster', 'ListInstances'],
    async read(api, { id }) {
      const Cluster = await clusterOf(api, id);
      const of =
        Cluster.InstanceCollectionType === 'INSTANCE_FLEET'
          ? { InstanceFleetType: 'MASTER' as const }
          : { InstanceGroupTypes: ['MASTER' as const] };
      const attributes = Cluster.Ec2InstanceAttributes;
      const managed = attributes?.EmrManagedMasterSecurityGroup;
      // None where none were asked for: https://docs.aws.amazon.com/emr/latest/APIReference/API_Ec2InstanceAttributes.html
      const additional = attributes?.AdditionalMasterSecurityGroups ?? [];
      const found: PrimaryNode[] = [];
      for await (const { Instances } of api.pages('ListInstances', {
        ClusterId: id,
        InstanceStates: ['PROVISIONING', 'BOOTSTRAPPING', 'RUNNING'],
        ...of,
      }))
        for (const one of Instances ?? [])
          found.push({
            id: one.Ec2InstanceId,
            /** Left out, or empty, of an instance without one. */
            publicAddress: one.PublicIpAddress === '' ? undefined : one.PublicIpAddress,
            privateAddress: one.PrivateIpAddress === '' ? undefined : one.PrivateIpAddress,
            subnetId: attributes?.Ec2SubnetId,
            // One that EMR looks after is always there, and others besides where they were asked for.
            groupIds: managed === undefined ? undefined : [managed, ...additional],
          });
      return found;
    },
  }),
}));

/** One answer for both facets. */
const clusterOf = (api: Api<typeof import('@aws-sdk/client-emr'), 'DescribeCluster'>, id: string) =>
  api.once(`cluster ${id}`, async () => {
    const { Cluster } = await api.call('DescribeCluster', { ClusterId: id });
    if (Cluster === undefined) throw new MalformedAnswer('DescribeCluster gives no cluster');
    return Cluster;
  });
