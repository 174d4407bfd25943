import { answers, here } from '../../answers.ts';
import { arnOf, plantedSecret } from '../../facts.ts';

const arn = (family: string): string => arnOf('ecs', `task-definition/${family}:3`);

export default answers(
  'ecs',
  {
    ListTaskDefinitions: here({ taskDefinitionArns: ['web', 'tidy'].map(arn) }),
    DescribeTaskDefinition: ({ input }) => {
      const taskDefinitionArn = String(input['taskDefinition']);
      const bad = taskDefinitionArn.includes('/web:');
      const environment = bad
        ? [{ name: 'DB_PASSWORD', value: plantedSecret }]
        : [{ name: 'STAGE', value: 'production' }];
      const logConfiguration = { logDriver: 'awslogs', options: { 'awslogs-group': '/ecs/web' } };
      return {
        taskDefinition: {
          taskDefinitionArn,
          status: 'ACTIVE',
          ...(bad ? { pidMode: 'host' } : { requiresCompatibilities: ['FARGATE'] }),
          containerDefinitions: [
            { name: 'main', image: 'example/web:3', environment, readonlyRootFilesystem: true, logConfiguration },
            ...(bad ? [{ name: 'agent', image: 'example/agent:1', privileged: true }] : []),
          ],
        },
      };
    },
    ListTagsForResource: { tags: [] },
  },
  { 'AWS::ECS::TaskDefinition': 'tidy:3' },
);
