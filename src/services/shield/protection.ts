import { resource } from '../../inventory/resource.ts';
import { shield } from './service.ts';
import { subscriptionState } from './subscription-state.ts';

/**
 * A resource that Shield Advanced protects. An account without a subscription has none and is not asked: the list
 * answers it with `ResourceNotFoundException`.
 */
export const protection = resource(shield, 'AWS::Shield::Protection', {
  calls: ['GetSubscriptionState', 'ListProtections'],
  narrows: { ListProtections: { InclusionFilters: 'unless given' } },
  resumable: 'ListProtections',
  async *list(api) {
    if ((await subscriptionState(api)) === 'INACTIVE') return;
    for await (const { Protections } of api.pages('ListProtections')) {
      for (const { Id, Name, ProtectionArn, ResourceArn, HealthCheckIds } of Protections ?? []) {
        if (Id !== undefined)
          yield { id: Id, name: Name, arn: ProtectionArn, protects: ResourceArn, healthCheckIds: HealthCheckIds ?? [] };
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
      if (Protection === undefined) return { status: undefined, action: undefined };
      const found = Protection.ApplicationLayerAutomaticResponseConfiguration;
      // The status is required within it, so a protection without it never had it enabled:
      // https://docs.aws.amazon.com/waf/latest/DDOSAPIReference/API_ApplicationLayerAutomaticResponseConfiguration.html
      if (found === undefined) return { status: 'NEVER_ENABLED' as const, action: undefined };
      const { Block, Count } = found.Action ?? {};
      return {
        status: found.Status,
        action: Block !== undefined ? ('block' as const) : Count !== undefined ? ('count' as const) : undefined,
      };
    },
  }),
}));
