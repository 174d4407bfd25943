import { answers } from '../../answers.ts';
import { mainRegion } from '../../facts.ts';

/** Nearly all shards are open, in the main region. */
export default answers('kinesis', {
  DescribeLimits: ({ region }) => ({
    ShardLimit: 200,
    OpenShardCount: region === mainRegion ? 180 : 0,
    OnDemandStreamCount: 2,
    OnDemandStreamCountLimit: 50,
  }),
});
