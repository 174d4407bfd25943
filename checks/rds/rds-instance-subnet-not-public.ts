import { privateSubnets } from '../../src/judgements/network/private-subnets.ts';
import { dbInstance } from '../../src/services/rds/instance.ts';

export default privateSubnets(dbInstance, 'rds-instance-subnet-not-public', {
  title: 'Databases are in private subnets',
  at: 'subnetIds',
  vpc: 'vpcId',
  risk: 'In a public subnet a public address or a wide security group is enough to put the database on the internet.',
  fix: {
    text: 'Make a subnet group of private subnets, whose route tables lead to no internet gateway, and move the database to it: a change of the subnet group within the same VPC needs a restore from a snapshot, or another VPC.',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-46',
  ],
});
