import type { Cluster } from '@aws-sdk/client-eks';
import type { Api } from '../../aws/api.ts';
import { resource } from '../../inventory/resource.ts';
import { eks } from './service.ts';

type Eks = typeof import('@aws-sdk/client-eks');

/** Names of the clusters: asked once per region. */
const clustersOf = (api: Api<Eks, 'ListClusters'>): Promise<readonly string[]> =>
  api.once('clusters', async () => {
    const found: string[] = [];
    // Each page has its list: https://docs.aws.amazon.com/eks/latest/APIReference/API_ListClusters.html
    for await (const { clusters } of api.pages('ListClusters', { maxResults: 100 })) found.push(...(clusters ?? []));
    return found;
  });

/**
 * What AWS says of a version of Kubernetes; undefined where it does not list it. Asked once per region.
 * https://docs.aws.amazon.com/eks/latest/APIReference/API_DescribeClusterVersions.html
 */
const supportOf = async (api: Api<Eks, 'DescribeClusterVersions'>, version: string | undefined) => {
  const versions = await api.once('versions', async () => {
    const found = new Map<
      string,
      { status: string | undefined; standardUntil: string | undefined; until: string | undefined }
    >();
    for await (const { clusterVersions } of api.pages('DescribeClusterVersions', { includeAll: true }))
      for (const one of clusterVersions ?? [])
        if (one.clusterVersion !== undefined)
          found.set(one.clusterVersion, {
            status: one.versionStatus,
            standardUntil: one.endOfStandardSupportDate?.toISOString(),
            until: one.endOfExtendedSupportDate?.toISOString(),
          });
    return found;
  });
  const found = version === undefined ? undefined : versions.get(version);
  return { version, status: asStatus(found?.status), standardUntil: found?.standardUntil, until: found?.until };
};

const statuses = ['STANDARD_SUPPORT', 'EXTENDED_SUPPORT', 'UNSUPPORTED'] as const;
const asStatus = (status: string | undefined) => statuses.find((one) => one === status);

/** What encrypts the secrets of Kubernetes. */
function secretsOf(cluster: Cluster | undefined): { readonly by: 'AWS' | 'KMS'; readonly key?: string } | undefined {
  if (cluster === undefined) return undefined;
  // A cluster without a key of the customer has no configuration of it: https://docs.aws.amazon.com/config/latest/developerguide/eks-secrets-encrypted.html
  const all = cluster.encryptionConfig ?? [];
  if (all.some(({ resources }) => resources === undefined)) return undefined;
  const own = all.find(({ resources }) => (resources ?? []).includes('secrets'));
  const key = own?.provider?.keyArn;
  return own === undefined ? { by: 'AWS' } : { by: 'KMS', ...(key === undefined ? {} : { key }) };
}

/** All that a control plane can write: https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html */
const logTypes = ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'] as const;

/** Which of them it writes. */
function logsOf(cluster: Cluster | undefined): readonly { readonly type: string; readonly on: boolean }[] | undefined {
  const setups = cluster?.logging?.clusterLogging;
  return setups === undefined || setups.some(({ enabled, types }) => enabled === undefined || types === undefined)
    ? undefined
    : logTypes.map((type) => ({
        type,
        on: setups.some(({ enabled, types }) => enabled === true && (types ?? []).includes(type)),
      }));
}

/** A cluster of EKS; those that are only connected to it are not AWS's to run. */
export const eksCluster = resource(eks, 'AWS::EKS::Cluster', {
  calls: ['ListClusters'],
  narrows: { ListClusters: { include: 'hides clusters outside EKS that are connected to it' } },
  references: ['https://docs.aws.amazon.com/eks/latest/APIReference/API_Cluster.html'],
  async *list(api) {
    for (const id of await clustersOf(api)) yield { id };
  },
  arn: ({ id }, { partition, region, account }) => `arn:${partition}:eks:${region}:${account}:cluster/${id}`,
})
  .facets((facet) => ({
    details: facet.call('DescribeCluster', {
      input: ({ id }) => ({ name: id }),
      keep: ({ cluster }) => ({
        version: cluster?.version,
        /** It runs on the customer's Outpost. */
        local: cluster?.outpostConfig !== undefined,
        publicEndpoint: cluster?.resourcesVpcConfig?.endpointPublicAccess,
        privateEndpoint: cluster?.resourcesVpcConfig?.endpointPrivateAccess,
        publicCidrs: cluster?.resourcesVpcConfig?.publicAccessCidrs,
        authentication: cluster?.accessConfig?.authenticationMode,
        deletionProtection: cluster?.deletionProtection,
        secrets: secretsOf(cluster),
        logs: logsOf(cluster),
      }),
    }),
  }))
  .facets((facet) => ({
    support: facet({
      calls: ['DescribeClusterVersions'],
      often: { DescribeClusterVersions: 'once' },
      after: ['details'],
      read: (api, _item, { details }) => supportOf(api, details.version),
    }),
  }));

/** A managed node group. */
export const nodegroup = resource(eks, 'AWS::EKS::Nodegroup', {
  calls: ['ListClusters', 'ListNodegroups'],
  often: { ListClusters: 'once', ListNodegroups: 'per cluster' },
  narrows: { ListClusters: { include: 'hides clusters outside EKS that are connected to it' } },
  references: ['https://docs.aws.amazon.com/eks/latest/APIReference/API_Nodegroup.html'],
  async *list(api) {
    for (const cluster of await clustersOf(api))
      for await (const { nodegroups } of api.pages('ListNodegroups', { clusterName: cluster, maxResults: 100 }))
        // Each page has its list: https://docs.aws.amazon.com/eks/latest/APIReference/API_ListNodegroups.html
        for (const name of nodegroups ?? []) yield { id: `${cluster}/${name}`, name, cluster };
  },
  // The end of its ARN is an id that no list tells: https://docs.aws.amazon.com/eks/latest/APIReference/API_Nodegroup.html
  arn: ({ id }, { partition, region, account }) => `arn:${partition}:eks:${region}:${account}:nodegroup/${id}`,
  label: ({ name, cluster }) => `${name} of ${cluster}`,
})
  .facets((facet) => ({
    details: facet.call('DescribeNodegroup', {
      input: ({ cluster, name }) => ({ clusterName: cluster, nodegroupName: name }),
      keep: ({ nodegroup: group }) => ({ version: group?.version, amiType: group?.amiType }),
    }),
  }))
  .facets((facet) => ({
    support: facet({
      calls: ['DescribeClusterVersions'],
      often: { DescribeClusterVersions: 'once' },
      after: ['details'],
      read: (api, _item, { details }) => supportOf(api, details.version),
    }),
  }));
