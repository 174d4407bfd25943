const id = '00000000-0000-4000-8000-000000000001';

/** A share of the account, of one subnet. */
export const ownShare = {
  id,
  name: 'network',
  arn: `arn:aws:ram:eu-west-1:111122223333:resource-share/${id}`,
  owner: '111122223333' as string | undefined,
  received: false as boolean,
  allowsExternal: true as boolean | undefined,
  status: 'ACTIVE' as const,
  featureSet: 'STANDARD' as const,
  principals: [] as readonly string[],
  permissions: [] as readonly {
    arn: string;
    version: string | undefined;
    current: boolean | undefined;
    type: string | undefined;
  }[],
  resources: [{ arn: 'arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-1', type: 'ec2:Subnet' }],
};
