import { answers, here } from '../../answers.ts';
import { arnOf, plantedSecret } from '../../facts.ts';

const clusters: Readonly<Record<string, { readonly name: string; readonly fleet: boolean; readonly open?: string }>> = {
  'j-PRIVATE1': { name: 'reports', fleet: true },
  'j-PUBLIC1': { name: 'trial', fleet: false, open: '198.51.100.7' },
};

/** One of fleets in a private subnet, one of groups whose primary node has a public address. */
export default answers('emr', {
  ListClusters: here({
    Clusters: Object.entries(clusters).map(([Id, { name }]) => ({
      Id,
      Name: name,
      Status: { State: 'WAITING' },
      ClusterArn: arnOf('elasticmapreduce', `cluster/${Id}`),
    })),
  }),
  DescribeCluster: ({ input }) => {
    const Id = String(input['ClusterId']);
    return {
      Cluster: {
        Id,
        Name: clusters[Id]?.name,
        Ec2InstanceAttributes: { Ec2SubnetId: 'subnet-a1', EmrManagedMasterSecurityGroup: 'sg-a1' },
        ...(clusters[Id]?.fleet === true
          ? {
              LogUri: 's3://emr-logs/',
              SecurityConfiguration: 'closed',
              KerberosAttributes: { Realm: 'EC2.INTERNAL', KdcAdminPassword: plantedSecret },
            }
          : {}),
        InstanceCollectionType: clusters[Id]?.fleet === true ? 'INSTANCE_FLEET' : 'INSTANCE_GROUP',
      },
    };
  },
  ListInstances: ({ input }) => {
    const open = clusters[String(input['ClusterId'])]?.open;
    return {
      Instances: [
        {
          Id: 'ci-1',
          Ec2InstanceId: 'i-0000000000000000e',
          PrivateIpAddress: '10.0.0.14',
          ...(open === undefined ? {} : { PublicIpAddress: open }),
          Status: { State: 'RUNNING' },
        },
      ],
    };
  },
});
