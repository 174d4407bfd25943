import { expect, it } from 'vitest';
import { enabledRegion } from '../../../src/services/account/region.ts';
import { collectType } from '../../helpers/resource-suite.ts';

it('lists the enabled regions of every page', async () => {
  const { records, sent } = await collectType(enabledRegion, [], {
    ListRegions: ({ NextToken }: { NextToken?: string }) =>
      NextToken === undefined
        ? { Regions: [{ RegionName: 'eu-west-1', RegionOptStatus: 'ENABLED_BY_DEFAULT' }], NextToken: 'more' }
        : { Regions: [{ RegionName: 'ap-east-1', RegionOptStatus: 'ENABLED' }] },
  });
  expect(records.map((r) => [r.item.id, r.arn])).toEqual([
    ['ap-east-1', 'arn:aws:account::111122223333:region/ap-east-1'],
    ['eu-west-1', 'arn:aws:account::111122223333:region/eu-west-1'],
  ]);
  expect(sent[0]).toMatchObject({
    region: 'us-east-1',
    input: { RegionOptStatusContains: ['ENABLED', 'ENABLED_BY_DEFAULT'] },
  });
});
