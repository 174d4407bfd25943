import { resource } from '../../inventory/resource.ts';
import { shield } from './service.ts';
import { subscriptionState } from './subscription-state.ts';

/**
 * A resource that Shield Advanced protects. An account without a subscription has none and is not asked: the list
 * answers it with `ResourceNotFoundException`.
 */
export const protection = resource(shield, 'AWS::Shield::Protection', {
  calls: ['GetSubscriptionState', 'ListProtections'],
  async *list(api) {
    if ((await subscriptionState(api)) === 'INACTIVE') return;
    for await (const { Protections } of api.pages('ListProtections')) {
      for (const { Id, Name, ProtectionArn, ResourceArn, HealthCheckIds } of Protections ?? []) {
        if (Id !== undefined) yield { id: Id, name: Name, arn: ProtectionArn, protects: ResourceArn, healthCheckIds: HealthCheckIds ?? [] };
      }
    }
  },
  arn: ({ id }, { partition, account }) => `arn:${partition}:shield::${account}:protection/${id}`,
}).facets((facet) => ({
  /** Automatic application layer mitigation: whether it is on and what it does with an attack. */
  automaticResponse: facet({
    calls: ['DescribeProtection'],
    async read(api, { id }) {
      const { Protection } = await api.call('DescribeProtection', { ProtectionId: id });
      const found = Protection?.ApplicationLayerAutomaticResponseConfiguration;
      // Left out until it is turned on for the first time.
      if (found === undefined) return { status: 'NEVER_ENABLED' as const, action: undefined };
      return { status: found.Status, action: found.Action?.Block !== undefined ? ('block' as const) : found.Action?.Count !== undefined ? ('count' as const) : undefined };
    },
  }),
}));
