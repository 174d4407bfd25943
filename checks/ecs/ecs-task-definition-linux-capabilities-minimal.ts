import { fail, notApplicable, pass } from '../../src/engine/check.ts';
import { each } from '../../src/engine/forms/index.ts';
import { ofWindows, taskDefinition } from '../../src/services/ecs/task-definition.ts';

export default each(taskDefinition, 'ecs-task-definition-linux-capabilities-minimal', {
  title: 'Containers get no more capabilities of the kernel',
  list: 'definition.containers',
  test: ({ capabilities = [] }) => (capabilities.length === 0 ? 'good' : 'bad'),
  such: { good: { name: 'web', capabilities: undefined }, bad: { name: 'agent', capabilities: ['SYS_ADMIN'] } },
  called: ({ name, capabilities = [] }) => (capabilities.length === 0 ? name : `${name} (${capabilities.join(', ')})`),
  pass: pass('{label} gives no container more capabilities than every container has'),
  fail: fail('{label} gives capabilities of the kernel to {bad:some}'),
  none: notApplicable('{label} has no containers'),
  unless: [ofWindows],
  risk: 'Single capabilities, such as SYS_ADMIN or SYS_PTRACE, are enough to break out of a container.',
  fix: {
    text: 'Register a new revision without `linuxParameters.capabilities.add`, or with what the container cannot do without, and move services and schedules to it.',
  },
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KernelCapabilities.html'],
});
