import { fail, pass } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { taskDefinition } from '../../src/services/ecs/task-definition.ts';

export default state(taskDefinition, 'ecs-task-definition-host-network-not-used', {
  title: "ECS tasks do not use the instance's network",
  at: 'definition.networkMode',
  is: {
    host: fail('{label} uses the network of its instance (host); expected one of its own'),
    awsvpc: pass('{label} has an address of its own (awsvpc)'),
    bridge: pass('{label} is behind the bridge of its instance (bridge)'),
    none: pass('{label} has no network (none)'),
  },
  unsaid: pass('{label} is behind the bridge of its instance, as by default'),
  risk: 'Containers reach what listens only within the instance, its metadata and agent included, and security groups do not tell them apart.',
  fix: {
    text: 'Register a new revision with `networkMode` set to `awsvpc`, and move services and schedules to it.',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskDefinition.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-17',
  ],
});
