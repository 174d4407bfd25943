/** An instance with nothing wrong about it, for the checks that look at one property. */
export const plainInstance = {
  id: 'i-1',
  name: 'web',
  state: 'running' as const,
  vpcId: 'vpc-1',
  subnetId: 'subnet-1',
  publicIp: undefined,
  profileArn: 'arn:aws:iam::111122223333:instance-profile/web',
  metadata: { endpoint: 'enabled' as const, tokens: 'required' as const, hopLimit: 1 },
  interfaces: [
    {
      id: 'eni-1',
      vpcId: 'vpc-1',
      subnetId: 'subnet-1',
      deviceIndex: 0,
      groupIds: ['sg-1'],
      publicIps: [] as string[],
      privateIps: ['10.0.0.4'],
      ipv6: [] as string[],
    },
  ],
};
