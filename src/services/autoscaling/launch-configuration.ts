import { listed } from '../../inventory/listed.ts';
import { autoscaling } from './service.ts';

/** A launch configuration: what instances of groups without a launch template start with. Its user data is not kept. */
export const launchConfiguration = listed(
  autoscaling,
  'AWS::AutoScaling::LaunchConfiguration',
  'DescribeLaunchConfigurations',
  {
    at: 'LaunchConfigurations',
    input: { MaxRecords: 100 },
    narrows: { LaunchConfigurationNames: 'unless given' },
    id: ({ LaunchConfigurationName }) => LaunchConfigurationName,
    keep: {
      arn: 'LaunchConfigurationARN',
      /** Undefined: the subnet decides. */
      publicIp: 'AssociatePublicIpAddress',
      /** Undefined: the account's default and the image decide. */
      tokens: ({ MetadataOptions }) => MetadataOptions?.HttpTokens,
      endpoint: ({ MetadataOptions }) => MetadataOptions?.HttpEndpoint,
    },
    label: ({ name }) => `Launch configuration ${name}`,
    references: ['https://docs.aws.amazon.com/autoscaling/ec2/userguide/launch-configurations.html'],
  },
);
