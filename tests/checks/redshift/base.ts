/** A cluster that is kept well. */
export const base = {
  id: 'sales',
  name: 'sales',
  arn: 'arn:aws:redshift:eu-west-1:111122223333:cluster:sales',
  status: 'available',
  encryption: 'KMS' as const,
  keyId: undefined,
  hsm: undefined,
  publiclyAccessible: false,
  port: 5439,
  vpcId: 'vpc-1',
  subnetGroup: 'data',
  groupIds: ['sg-1'],
  parameterGroup: 'own',
  parameterStatus: 'in-sync',
};
