import { answers, here } from '../../answers.ts';
import { arnOf, iamArn, plantedSecret } from '../../facts.ts';

const efs = (transitEncryption: string) => ({
  name: 'data',
  efsVolumeConfiguration: { fileSystemId: 'fs-0a1b2c3d', transitEncryption },
});
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
          ...(bad
            ? {
                pidMode: 'host',
                ipcMode: 'host',
                networkMode: 'host',
                taskRoleArn: iamArn('role/ecs'),
                volumes: [{ name: 'docker', host: { sourcePath: '/var/run/docker.sock' } }, efs('DISABLED')],
              }
            : {
                requiresCompatibilities: ['FARGATE'],
                networkMode: 'awsvpc',
                memory: '512',
                taskRoleArn: iamArn('role/tidy'),
                volumes: [efs('ENABLED')],
              }),
          executionRoleArn: iamArn('role/ecs'),
          containerDefinitions: [
            {
              name: 'main',
              image: 'example/web:3',
              environment,
              readonlyRootFilesystem: true,
              logConfiguration,
              memory: 256,
              user: '1000',
              healthCheck: { command: ['CMD', '/healthy'] },
            },
            ...(bad
              ? [
                  {
                    name: 'agent',
                    image: 'example/agent:latest',
                    privileged: true,
                    linuxParameters: { capabilities: { add: ['SYS_ADMIN'] } },
                  },
                ]
              : []),
          ],
        },
      };
    },
    ListTagsForResource: { tags: [] },
  },
  { 'AWS::ECS::TaskDefinition': 'tidy:3' },
);
