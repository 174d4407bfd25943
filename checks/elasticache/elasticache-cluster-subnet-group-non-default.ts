import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { cacheCluster, clusterLeaving } from '../../src/services/elasticache/cluster.ts';

export default state(cacheCluster, 'elasticache-cluster-subnet-group-non-default', {
  title: 'ElastiCache clusters are in subnets that were chosen for them',
  at: 'subnetGroup',
  is: { default: fail('{label} is in the subnet group default, which holds all subnets of the default VPC') },
  otherwise: pass('{label} is in the subnet group {subnetGroup}'),
  unsaid: unknown('ElastiCache did not say in which subnet group {label} is'),
  unless: [clusterLeaving],
  risk: 'The subnets of a default VPC are public and hold whatever nobody placed: the cache stands beside it, with its network ACLs and routes.',
  fix: {
    text: 'Make a subnet group of private subnets. The group of a cluster cannot be changed: create a new one in it, from a backup where there is one, move the clients and delete the old.',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/SubnetGroups.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html',
  ],
});
