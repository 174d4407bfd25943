import { fail, notApplicable, pass } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { taskDefinition } from '../../src/services/ecs/task-definition.ts';

export default state(taskDefinition, 'ecs-task-definition-separate-task-execution-roles', {
  title: 'ECS tasks do not run with the role that starts them',
  at: 'definition.oneRole',
  is: {
    true: fail('{label} runs with the role that also starts it[, {definition.taskRole}]; expected two roles'),
    false: pass('{label} has a role of its own to run with[, {definition.taskRole}]'),
  },
  unsaid: notApplicable('{label} runs without a role'),
  risk: 'Code of the task pulls all images and reads all secrets and logs that only the agent should.',
  fix: {
    text: 'Register a new revision with a role for the task (`taskRoleArn`) that may do what its code needs, and nothing of the execution role, and move services and schedules to it.',
  },
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html'],
});
