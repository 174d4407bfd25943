export {
  ElasticLoadBalancingV2Client as Client,
  DescribeListenersCommand,
  paginateDescribeListeners,
  DescribeLoadBalancersCommand,
  paginateDescribeLoadBalancers,
  DescribeRulesCommand,
  paginateDescribeRules,
  DescribeTargetGroupAttributesCommand,
  DescribeTargetGroupsCommand,
  paginateDescribeTargetGroups,
  DescribeTargetHealthCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';
