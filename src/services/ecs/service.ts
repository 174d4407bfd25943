import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerservice.html */
export const ecs = service<typeof import('@aws-sdk/client-ecs')>({
  id: 'ecs',
  sdkId: 'ECS',
  scope: 'region',
  // What it always sends: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskDefinition.html
  sends: {
    ContainerDefinition: ['name'],
    DescribeServicesResponse: ['services'],
    DescribeTaskDefinitionResponse: ['taskDefinition'],
    Failure: ['reason'],
    ListClustersResponse: ['clusterArns'],
    ListServicesResponse: ['serviceArns'],
    ListTaskDefinitionsResponse: ['taskDefinitionArns'],
    Service: ['serviceArn', 'serviceName', 'clusterArn', 'status'],
    TaskSet: ['id', 'taskSetArn'],
    TaskDefinition: ['taskDefinitionArn', 'containerDefinitions'],
  },
  load: () => import('./sdk.ts'),
});
