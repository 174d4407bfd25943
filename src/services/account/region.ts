import { listed } from '../../inventory/listed.ts';
import { account } from './service.ts';

/** A region that is enabled for the account, whether or not this run reads it. */
export const enabledRegion = listed(account, 'AWS::Account::Region', 'ListRegions', {
  at: 'Regions',
  input: { RegionOptStatusContains: ['ENABLED', 'ENABLED_BY_DEFAULT'] },
  narrows: { AccountId: 'unless given' },
  id: ({ RegionName }) => RegionName,
  keep: {},
  arn: ({ id }, { partition, account }) => `arn:${partition}:account::${account}:region/${id}`,
});
