import { listed } from '../../inventory/listed.ts';
import { autoscaling } from './service.ts';

/** A group of instances. */
export const autoScalingGroup = listed(autoscaling, 'AWS::AutoScaling::AutoScalingGroup', 'DescribeAutoScalingGroups', {
  at: 'AutoScalingGroups',
  input: { MaxRecords: 100 },
  narrows: {
    AutoScalingGroupNames: 'unless given',
    Filters: 'unless given',
    IncludeInstances: 'unless given',
    IncludeManagedResources: 'hides groups that a service of AWS runs: they have launch templates',
  },
  id: ({ AutoScalingGroupName }) => AutoScalingGroupName,
  keep: {
    arn: 'AutoScalingGroupARN',
    /** None of one with a launch template. */
    launchConfiguration: 'LaunchConfigurationName',
    subnetIds: ({ VPCZoneIdentifier }) =>
      (VPCZoneIdentifier ?? '')
        .split(',')
        .map((id) => id.trim())
        .filter((id) => id !== ''),
  },
});
