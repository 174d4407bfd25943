import type { Listener, LoadBalancer, Rule, SslPolicy } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Api } from '../../aws/api.ts';
import { codeOf } from '../../aws/errors.ts';
import { everyPage } from '../../aws/pages.ts';

type Sdk = typeof import('@aws-sdk/client-elastic-load-balancing-v2');

/** The load balancers of a region: asked once, for themselves and for their listeners. */
export const loadBalancersOf = (api: Api<Sdk, 'DescribeLoadBalancers'>): Promise<readonly LoadBalancer[]> =>
  api.once('load balancers', async () => {
    const found: LoadBalancer[] = [];
    for await (const { LoadBalancers } of api.pages('DescribeLoadBalancers')) found.push(...(LoadBalancers ?? []));
    return found;
  });

/** The listeners of a load balancer: asked once. */
export const listenersOf = (api: Api<Sdk, 'DescribeListeners'>, arn: string): Promise<readonly Listener[]> =>
  api.once(`listeners of ${arn}`, async () => {
    const found: Listener[] = [];
    for await (const { Listeners } of api.pages('DescribeListeners', { LoadBalancerArn: arn, PageSize: 400 }))
      found.push(...(Listeners ?? []));
    return found;
  });

/** The same; none where the load balancer was deleted since it was listed. */
export async function listenersUnlessDeleted(
  api: Api<Sdk, 'DescribeListeners'>,
  arn: string,
): Promise<readonly Listener[]> {
  try {
    return await listenersOf(api, arn);
  } catch (error) {
    if (codeOf(error) === 'LoadBalancerNotFoundException') return [];
    throw error;
  }
}

/** The rules of a listener of an Application Load Balancer, its default one too: asked once. */
export const rulesOf = (api: Api<Sdk, 'DescribeRules'>, arn: string): Promise<readonly Rule[]> =>
  api.once(`rules of ${arn}`, async () => {
    const found: Rule[] = [];
    for await (const { Rules } of api.pages('DescribeRules', { ListenerArn: arn, PageSize: 400 }))
      found.push(...(Rules ?? []));
    return found;
  });

/** The TLS policies that a region knows, by name: asked once, and only where a listener has one. */
export const sslPoliciesOf = (api: Api<Sdk, 'DescribeSSLPolicies'>): Promise<ReadonlyMap<string, SslPolicy>> =>
  api.once('TLS policies', async () => {
    const found = new Map<string, SslPolicy>();
    // The SDK has no paginator for it.
    const pages = everyPage(
      (Marker: string | undefined) => api.call('DescribeSSLPolicies', { PageSize: 400, ...(Marker && { Marker }) }),
      ({ NextMarker }) => NextMarker,
    );
    for await (const { SslPolicies } of pages)
      for (const each of SslPolicies ?? []) if (each.Name !== undefined) found.set(each.Name, each);
    return found;
  });
