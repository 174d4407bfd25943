export {
  CloudFormationClient as Client,
  DescribeStacksCommand,
  paginateDescribeStacks,
  GetTemplateCommand,
} from '@aws-sdk/client-cloudformation';
