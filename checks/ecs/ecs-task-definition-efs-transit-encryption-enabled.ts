import { fail, notApplicable, pass } from '../../src/engine/check.ts';
import { each } from '../../src/engine/forms/index.ts';
import { taskDefinition } from '../../src/services/ecs/task-definition.ts';

// Unless it is said it is off: "If this parameter is omitted, the default value of DISABLED is used."
export default each(taskDefinition, 'ecs-task-definition-efs-transit-encryption-enabled', {
  title: 'Tasks reach file systems of EFS by TLS',
  list: 'definition.efs',
  test: ({ transit }) => (transit === 'ENABLED' ? 'good' : 'bad'),
  such: { good: { name: 'data', transit: 'ENABLED' }, bad: { name: 'data', transit: undefined } },
  called: '{name}',
  pass: pass('{label} reaches its file systems by TLS: {good:some}'),
  fail: fail('{label} reaches {bad:some} without TLS'),
  none: notApplicable('{label} has no volume of EFS'),
  risk: 'Files are read and changed by whoever sits between the task and the file system.',
  fix: {
    text: 'Register a new revision whose volumes have `transitEncryption` set to `ENABLED`, and move services and schedules to it.',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-18',
  ],
});
