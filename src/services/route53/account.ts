import { resource } from '../../inventory/resource.ts';
import { route53 } from './service.ts';

/** What Route 53 lets the account have, by a name of its own: https://docs.aws.amazon.com/Route53/latest/APIReference/API_AccountLimit.html */
export const route53Account = resource(route53, 'AWS::::Account', {
  calls: [],
  singleton: true,
  async *list({ account }) {
    yield { id: account, name: 'The account' };
  },
  arn: ({ id }, { partition }) => `arn:${partition}:route53::${id}:limits`,
}).facets((facet) => {
  const limit = (
    Type:
      | 'MAX_HEALTH_CHECKS_BY_OWNER'
      | 'MAX_HOSTED_ZONES_BY_OWNER'
      | 'MAX_REUSABLE_DELEGATION_SETS_BY_OWNER'
      | 'MAX_TRAFFIC_POLICIES_BY_OWNER'
      | 'MAX_TRAFFIC_POLICY_INSTANCES_BY_OWNER',
  ) =>
    facet({
      calls: ['GetAccountLimit'],
      // Each is asked for by itself.
      often: { GetAccountLimit: 'apart' },
      async read(api) {
        const { Count, Limit } = await api.call('GetAccountLimit', { Type });
        return { used: Count, quota: Limit?.Value };
      },
    });
  return {
    healthChecks: limit('MAX_HEALTH_CHECKS_BY_OWNER'),
    hostedZones: limit('MAX_HOSTED_ZONES_BY_OWNER'),
    delegationSets: limit('MAX_REUSABLE_DELEGATION_SETS_BY_OWNER'),
    trafficPolicies: limit('MAX_TRAFFIC_POLICIES_BY_OWNER'),
    trafficPolicyInstances: limit('MAX_TRAFFIC_POLICY_INSTANCES_BY_OWNER'),
  };
});
