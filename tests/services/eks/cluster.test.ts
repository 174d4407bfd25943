import { expect, it } from 'vitest';
import { eksCluster } from '../../../src/services/eks/cluster.ts';
import { collectType } from '../../helpers/resource-suite.ts';

const told = async (cluster: object) => {
  const { records } = await collectType(eksCluster, ['details'], {
    ListClusters: { clusters: ['shop'] },
    DescribeCluster: { cluster: { name: 'shop', ...cluster } },
  });
  return records[0]?.outcomes['details'];
};

it.each([
  ['logs without their types', { logging: { clusterLogging: [{ enabled: true }] } }, { logs: undefined }],
  ['types of logs without a switch', { logging: { clusterLogging: [{ types: ['api'] }] } }, { logs: undefined }],
  ['a key for nothing', { encryptionConfig: [{ provider: { keyArn: 'k' } }] }, { secrets: undefined }],
  ['a key for secrets', { encryptionConfig: [{ resources: ['secrets'] }] }, { secrets: { by: 'KMS' } }],
])('takes %s for what it says', async (_what, cluster, value) => {
  expect(await told(cluster)).toMatchObject({ kind: 'present', value });
});
