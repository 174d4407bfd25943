import { answers, here } from '../../answers.ts';
import { arnOf, daysAgo, keyArn } from '../../facts.ts';

/** `shop` is new and private, `legacy` old and open; their nodes are as old. */
const version = (cluster: unknown) => (cluster === 'shop' ? '1.33' : '1.29');

const logTypes = ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'];

export default answers(
  'eks',
  {
    ListClusters: here({ clusters: ['shop', 'legacy'] }),
    DescribeCluster: ({ path }) => {
      const name = path.split('/').at(-1) ?? '';
      return {
        cluster: {
          name,
          arn: arnOf('eks', `cluster/${name}`),
          version: version(name),
          status: 'ACTIVE',
          deletionProtection: name === 'shop',
          accessConfig: { authenticationMode: name === 'shop' ? 'API' : 'CONFIG_MAP' },
          ...(name === 'shop' ? { encryptionConfig: [{ resources: ['secrets'], provider: { keyArn } }] } : {}),
          logging: {
            clusterLogging: [
              { types: name === 'shop' ? logTypes : ['api'], enabled: true },
              { types: name === 'shop' ? [] : logTypes.slice(1), enabled: false },
            ],
          },
          resourcesVpcConfig: {
            endpointPublicAccess: name !== 'shop',
            endpointPrivateAccess: name === 'shop',
            publicAccessCidrs: name === 'shop' ? [] : ['0.0.0.0/0'],
          },
        },
      };
    },
    ListNodegroups: { nodegroups: ['workers'] },
    DescribeNodegroup: ({ path }) => {
      const [, , clusterName, , nodegroupName] = path.split('/');
      return {
        nodegroup: {
          nodegroupName,
          nodegroupArn: arnOf('eks', `nodegroup/${clusterName}/${nodegroupName}/9ac1f2b4`),
          clusterName,
          version: version(clusterName),
          amiType: 'AL2023_x86_64_STANDARD',
          status: 'ACTIVE',
        },
      };
    },
    DescribeClusterVersions: {
      clusterVersions: [
        {
          clusterVersion: '1.33',
          versionStatus: 'STANDARD_SUPPORT',
          endOfStandardSupportDate: daysAgo(-300),
          endOfExtendedSupportDate: daysAgo(-660),
        },
        {
          clusterVersion: '1.29',
          versionStatus: 'EXTENDED_SUPPORT',
          endOfStandardSupportDate: daysAgo(60),
          endOfExtendedSupportDate: daysAgo(-300),
        },
      ],
    },
  },
  { 'AWS::EKS::Cluster': 'shop', 'AWS::EKS::Nodegroup': 'shop/workers' },
);
