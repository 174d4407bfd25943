export {
  ElasticLoadBalancingV2Client as Client,
  DescribeLoadBalancersCommand,
  paginateDescribeLoadBalancers,
} from '@aws-sdk/client-elastic-load-balancing-v2';
