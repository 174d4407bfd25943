import { fail, pass } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { ofWindows, taskDefinition } from '../../src/services/ecs/task-definition.ts';

export default state(taskDefinition, 'ecs-task-definition-host-ipc-not-shared', {
  title: 'ECS containers do not share memory with the instance',
  unless: [ofWindows],
  at: 'definition.ipcMode',
  is: {
    host: fail('{label} shares the IPC namespace of its instance; expected one of the task or of each container'),
    task: pass('{label} has an IPC namespace of its own, which its containers share'),
    none: pass('{label} gives each container an IPC namespace of its own'),
  },
  unsaid: pass('{label} does not ask for the IPC namespace of its instance'),
  risk: "Containers that share the instance's memory segments read and change what other programs keep there.",
  fix: {
    text: 'Register a new revision without `ipcMode`, or with `task`, and move services and schedules to it.',
  },
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskDefinition.html'],
});
