import { service } from '../../aws/service.ts';

/**
 * The client is made of botocore's model: the registry's is older than what is asked. `ListLandingZones` is none of its operations:
 * by its reference it "also creates an ARN for existing accounts that do not yet have a landing zone ARN"
 * (https://docs.aws.amazon.com/controltower/latest/APIReference/API_ListLandingZones.html), which is no reading.
 */
export const controltower = service<typeof import('./client.ts')>({
  id: 'controltower',
  sdkId: 'ControlTower',
  // What the model calls required: https://docs.aws.amazon.com/controltower/latest/APIReference/API_EnabledBaselineSummary.html
  sends: {
    BaselineSummary: ['arn', 'name'],
    EnabledBaselineSummary: ['arn', 'baselineIdentifier', 'targetIdentifier', 'statusSummary'],
    EnabledControlSummary: ['arn'],
    ListBaselinesOutput: ['baselines'],
    ListEnabledBaselinesOutput: ['enabledBaselines'],
    ListEnabledControlsOutput: ['enabledControls'],
  },
  load: () => import('./sdk.ts'),
});
