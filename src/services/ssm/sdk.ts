export {
  SSMClient as Client,
  DescribeParametersCommand,
  paginateDescribeParameters,
  GetParametersCommand,
  ListTagsForResourceCommand,
} from '@aws-sdk/client-ssm';
