import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { taskSet } from '../../src/services/ecs/service-list.ts';

export default state(taskSet, 'ecs-task-set-no-public-ip', {
  title: 'Task sets of ECS give their tasks no public addresses',
  at: 'publicIp.assigned',
  is: {
    ENABLED: fail('{label} gives its tasks public addresses; expected private ones'),
    DISABLED: pass('{label} gives its tasks no public addresses'),
  },
  absent: pass('{label} gives its tasks no addresses of their own: they are not in the network mode awsvpc'),
  unsaid: unknown('AWS does not say whether {label} gives its tasks public addresses'),
  exposes: true,
  risk: 'Tasks with public addresses are reached from the internet wherever a security group lets it, past load balancer and firewall.',
  fix: {
    text: 'Have the deployment controller create a task set without public addresses (`assignPublicIp=DISABLED`) in private subnets, then delete this one. A task set cannot be changed.',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-16',
  ],
});
