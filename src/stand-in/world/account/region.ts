import { answers } from '../../answers.ts';
import { regions } from '../../facts.ts';

export default answers('account', {
  ListRegions: { Regions: regions.map((RegionName) => ({ RegionName, RegionOptStatus: 'ENABLED_BY_DEFAULT' })) },
});
