import { privateSubnets } from '../../src/judgements/network/private-subnets.ts';
import { cacheCluster, clusterLeaving } from '../../src/services/elasticache/cluster.ts';

export default privateSubnets(cacheCluster, 'elasticache-cluster-subnet-not-public', {
  title: 'ElastiCache clusters are in private subnets',
  at: 'network.subnetIds',
  vpc: 'network.vpcId',
  unless: [clusterLeaving],
  risk: 'Caches get no public addresses, but a NAT or a proxy in the same public subnet and a wide security group lead to them.',
  fix: {
    text: 'Make a subnet group of private subnets, whose route tables lead to no internet gateway. The group of a cluster cannot be changed: create a new one in it, from a backup where there is one, move the clients and delete the old. Where nothing needs the way out, take the route out of the route tables instead.',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/SubnetGroups.html',
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/elasticache-vpc-accessing.html',
  ],
});
