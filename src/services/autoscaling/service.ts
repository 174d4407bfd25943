import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2autoscaling.html */
export const autoscaling = service<typeof import('@aws-sdk/client-auto-scaling')>({
  id: 'autoscaling',
  sdkId: 'Auto Scaling',
  // What it always sends, as its model requires: https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_LaunchConfiguration.html
  sends: {
    AutoScalingGroup: ['AutoScalingGroupName'],
    AutoScalingGroupsType: ['AutoScalingGroups'],
    LaunchConfiguration: ['LaunchConfigurationName'],
    LaunchConfigurationsType: ['LaunchConfigurations'],
  },
  load: () => import('./sdk.ts'),
});
