import { answers } from '../../answers.ts';
import { idIn, regions } from '../../facts.ts';
import { isIdle, metricsOf } from '../../metrics.ts';

/** By the first instance of each region; the others idle. */
const busy = (resource: string): boolean => regions.some((region) => idIn(region, 'i', '1') === resource);

export default answers('cloudwatch', {
  GetMetricData: metricsOf((metric, resource) =>
    metric === 'CPUUtilization' ? (busy(resource) ? 95 : 2) : isIdle(resource) ? 0 : 1000,
  ),
});
