import { resource } from '../../inventory/resource.ts';
import { account } from './service.ts';

/** A region that is enabled for the account, whether or not this run reads it. */
export const enabledRegion = resource(account, 'AWS::Account::Region', {
  calls: ['ListRegions'],
  narrows: { ListRegions: { AccountId: 'unless given', RegionOptStatusContains: 'asked' } },
  resumable: 'ListRegions',
  async *list(api) {
    const enabled = { RegionOptStatusContains: ['ENABLED' as const, 'ENABLED_BY_DEFAULT' as const] };
    for await (const { Regions } of api.pages('ListRegions', enabled)) {
      for (const { RegionName } of Regions ?? []) if (RegionName !== undefined) yield { id: RegionName };
    }
  },
  arn: ({ id }, { partition, account }) => `arn:${partition}:account::${account}:region/${id}`,
});
