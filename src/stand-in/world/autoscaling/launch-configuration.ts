import { answers, here } from '../../answers.ts';
import { arnOf, daysAgo, idIn, mainRegion } from '../../facts.ts';

const configuration = (name: string, good: boolean) => ({
  LaunchConfigurationName: name,
  LaunchConfigurationARN: arnOf(
    'autoscaling',
    `launchConfiguration:00000000-0000-4000-8000-000000000001:launchConfigurationName/${name}`,
  ),
  ImageId: 'ami-0abcdef1234567890',
  InstanceType: 't3.small',
  CreatedTime: daysAgo(700),
  AssociatePublicIpAddress: !good,
  MetadataOptions: { HttpTokens: good ? 'required' : 'optional', HttpEndpoint: 'enabled' },
});

export default answers(
  'auto-scaling',
  {
    DescribeLaunchConfigurations: here({
      LaunchConfigurations: [configuration('workers', true), configuration('old-web', false)],
    }),
    DescribeAutoScalingGroups: here({
      AutoScalingGroups: ['workers', 'old-web'].map((name) => ({
        AutoScalingGroupName: name,
        AutoScalingGroupARN: arnOf(
          'autoscaling',
          `autoScalingGroup:00000000-0000-4000-8000-000000000002:autoScalingGroupName/${name}`,
        ),
        LaunchConfigurationName: name,
        MinSize: 1,
        MaxSize: 3,
        DesiredCapacity: 1,
        DefaultCooldown: 300,
        AvailabilityZones: ['us-east-1a'],
        HealthCheckType: 'EC2',
        CreatedTime: daysAgo(700),
        VPCZoneIdentifier: idIn(mainRegion, 'subnet'),
      })),
    }),
  },
  { 'AWS::AutoScaling::LaunchConfiguration': 'workers' },
);
