/** A database of PostgreSQL. */
export const base = {
  id: 'orders',
  name: 'orders',
  arn: 'arn:aws:rds:eu-west-1:111122223333:db:orders',
  engine: 'postgres',
  cluster: undefined,
  encryption: undefined,
  keyId: undefined,
  multiAz: undefined,
  iamAuthentication: undefined,
  minorUpgrades: undefined,
  publiclyAccessible: undefined,
  port: 5432,
  vpcId: 'vpc-1',
  subnetIds: ['subnet-1', 'subnet-2'],
  parameterGroup: 'orders',
  parameterStatus: 'in-sync',
};
