export {
  SFNClient as Client,
  DescribeStateMachineCommand,
  ListStateMachinesCommand,
  paginateListStateMachines,
  ListTagsForResourceCommand,
} from '@aws-sdk/client-sfn';
