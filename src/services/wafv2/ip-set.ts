import { everyPage } from '../../aws/pages.ts';
import { resource } from '../../inventory/resource.ts';
import { perScope, scopesOf } from './scope.ts';
import { wafv2 } from './service.ts';

/** A set of addresses that rules ask about. */
export const ipSet = resource(wafv2, 'AWS::WAFv2::IPSet', {
  calls: ['ListIPSets'],
  often: { ListIPSets: perScope },
  references: ['https://docs.aws.amazon.com/waf/latest/developerguide/waf-ip-set-managing.html'],
  async *list(api) {
    for (const scope of scopesOf(api.region)) {
      const pages = everyPage(
        (NextMarker: string | undefined) => api.call('ListIPSets', { Scope: scope, Limit: 100, NextMarker }),
        (page) => page.NextMarker,
      );
      for await (const { IPSets } of pages)
        for (const { Id, Name, ARN } of IPSets ?? [])
          if (Id !== undefined && Name !== undefined && ARN !== undefined)
            yield { id: Id, name: Name, arn: ARN, scope };
    }
  },
  label: ({ name }) => `IP set ${name}`,
}).facets((facet) => ({
  /** Networks in CIDR notation, all of one family. WAF takes every prefix but `/0`. */
  addresses: facet.call('GetIPSet', {
    input: ({ id, name, scope }) => ({ Id: id, Name: name, Scope: scope }),
    keep: ({ IPSet }) => IPSet?.Addresses ?? [],
  }),
}));
