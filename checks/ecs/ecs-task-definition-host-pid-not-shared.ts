import { fail, pass } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { ofWindows, taskDefinition } from '../../src/services/ecs/task-definition.ts';

export default state(taskDefinition, 'ecs-task-definition-host-pid-not-shared', {
  title: "ECS containers do not see the instance's processes",
  at: 'definition.pidMode',
  is: {
    host: fail('{label} shares the process namespace of its instance; expected one of the task or of each container'),
    task: pass('{label} has a process namespace of its own, which its containers share'),
  },
  // "If no value is specified, the default is a private namespace for each container."
  unsaid: pass('{label} gives each container a process namespace of its own'),
  unless: [ofWindows],
  risk: "Containers that see the instance's processes read their environments and memory, and may stop them.",
  fix: {
    text: 'Register a new revision without `pidMode`, or with `task` where a sidecar needs the processes of its task and move services and schedules to it.',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskDefinition.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-3',
  ],
});
