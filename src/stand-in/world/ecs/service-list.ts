import { answers, here } from '../../answers.ts';
import { arnOf, daysAgo } from '../../facts.ts';

const clusterArn = arnOf('ecs', 'cluster/shop');
const arn = (name: string): string => arnOf('ecs', `service/shop/${name}`);
const network = (assignPublicIp: string) => ({
  networkConfiguration: {
    awsvpcConfiguration: { subnets: ['subnet-a1'], securityGroups: ['sg-a1'], assignPublicIp },
  },
});
const common = { clusterArn, status: 'ACTIVE', createdAt: daysAgo(90) };

/** One with public addresses, one without, and one that is deployed by task sets, of which one has some. */
export default answers(
  'ecs',
  {
    ListClusters: here({ clusterArns: [clusterArn] }),
    ListServices: here({ serviceArns: ['web', 'tidy', 'canary'].map(arn) }),
    DescribeServices: ({ input }) => ({
      services: [
        { serviceName: 'web', serviceArn: arn('web'), ...common, ...network('ENABLED') },
        { serviceName: 'tidy', serviceArn: arn('tidy'), ...common, ...network('DISABLED') },
        {
          serviceName: 'canary',
          serviceArn: arn('canary'),
          ...common,
          deploymentController: { type: 'EXTERNAL' },
          taskSets: (['ENABLED', 'DISABLED'] as const).map((assigned, n) => ({
            id: `ecs-svc/${n + 1}`,
            taskSetArn: arnOf('ecs', `task-set/shop/canary/ecs-svc/${n + 1}`),
            status: n === 0 ? 'PRIMARY' : 'ACTIVE',
            ...network(assigned),
          })),
        },
      ].filter(({ serviceArn }) => (input['services'] as readonly string[]).includes(serviceArn)),
      failures: [],
    }),
  },
  { 'AWS::ECS::Service': 'tidy', 'AWS::ECS::TaskSet': 'ecs-svc/2' },
);
