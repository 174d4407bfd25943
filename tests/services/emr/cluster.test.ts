import { expect, it } from 'vitest';
import { emrCluster } from '../../../src/services/emr/cluster.ts';
import { collectType } from '../../helpers/resource-suite.ts';

const primaries = async (kind: string) => {
  const { records, sent } = await collectType(emrCluster, ['primaries'], {
    ListClusters: { Clusters: [{ Id: 'j-1', Name: 'reports', Status: { State: 'RUNNING' } }] },
    DescribeCluster: { Cluster: { Id: 'j-1', InstanceCollectionType: kind } },
    ListInstances: ({ Marker }: { Marker?: string }) =>
      Marker === undefined
        ? {
            Instances: [{ Id: 'ci-1', Ec2InstanceId: 'i-1', PublicIpAddress: '', PrivateIpAddress: '10.0.0.4' }],
            Marker: 'more',
          }
        : {
            Instances: [
              { Id: 'ci-2', Ec2InstanceId: 'i-2', PublicIpAddress: '198.51.100.7', PrivateIpAddress: '10.0.0.5' },
            ],
          },
  });
  return {
    found: records[0]?.outcomes['primaries'],
    asked: sent.find(({ operation }) => operation === 'ListInstances')?.input,
  };
};

it.each([
  ['INSTANCE_FLEET', { InstanceFleetType: 'MASTER' }, 'InstanceGroupTypes'],
  ['INSTANCE_GROUP', { InstanceGroupTypes: ['MASTER'] }, 'InstanceFleetType'],
])('primary nodes of a cluster of %s are asked as such, page by page', async (kind, of, other) => {
  const { found, asked } = await primaries(kind);
  expect(asked).toMatchObject({ ClusterId: 'j-1', ...of });
  expect(asked).not.toHaveProperty(other);
  expect(found).toEqual({
    kind: 'present',
    value: [
      { id: 'i-1', publicAddress: undefined, privateAddress: '10.0.0.4' },
      { id: 'i-2', publicAddress: '198.51.100.7', privateAddress: '10.0.0.5' },
    ],
  });
});
