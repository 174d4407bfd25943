import { answers, here } from '../../answers.ts';
import { arnOf, plantedSecret } from '../../facts.ts';

const arn = (family: string): string => arnOf('ecs', `task-definition/${family}:3`);

export default answers(
  'ecs',
  {
    ListTaskDefinitions: here({ taskDefinitionArns: ['web', 'tidy'].map(arn) }),
    DescribeTaskDefinition: ({ input }) => {
      const taskDefinitionArn = String(input['taskDefinition']);
      const environment = taskDefinitionArn.includes('/web:')
        ? [{ name: 'DB_PASSWORD', value: plantedSecret }]
        : [{ name: 'STAGE', value: 'production' }];
      return {
        taskDefinition: {
          taskDefinitionArn,
          status: 'ACTIVE',
          containerDefinitions: [{ name: 'main', image: 'example/web:3', environment }],
        },
      };
    },
    ListTagsForResource: { tags: [] },
  },
  { 'AWS::ECS::TaskDefinition': 'tidy:3' },
);
