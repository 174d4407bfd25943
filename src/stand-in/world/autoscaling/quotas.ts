import { answers } from '../../answers.ts';
import { mainRegion } from '../../facts.ts';

/** Nearly all launch configurations are there, in the main region. */
export default answers('auto-scaling', {
  DescribeAccountLimits: ({ region }) => ({
    MaxNumberOfAutoScalingGroups: 500,
    MaxNumberOfLaunchConfigurations: 200,
    NumberOfAutoScalingGroups: 3,
    NumberOfLaunchConfigurations: region === mainRegion ? 190 : 0,
  }),
});
