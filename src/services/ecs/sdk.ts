export {
  ECSClient as Client,
  DescribeTaskDefinitionCommand,
  ListTagsForResourceCommand,
  ListTaskDefinitionsCommand,
  paginateListTaskDefinitions,
} from '@aws-sdk/client-ecs';
