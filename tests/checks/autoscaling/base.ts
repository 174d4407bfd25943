export const configuration = {
  id: 'workers',
  name: 'workers',
  arn: 'arn:aws:autoscaling:eu-west-1:111122223333:launchConfiguration:1:launchConfigurationName/workers',
  publicIp: false as boolean | undefined,
  tokens: 'required' as 'required' | 'optional' | undefined,
  endpoint: 'enabled' as 'enabled' | 'disabled' | undefined,
};
export const group = {
  id: 'pool',
  name: 'pool',
  launchConfiguration: 'workers' as string | undefined,
  subnetIds: ['subnet-1', 'subnet-2'],
};
