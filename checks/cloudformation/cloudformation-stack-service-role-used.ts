import { fail, pass } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { nested, stack } from '../../src/services/cloudformation/stack.ts';

export default state(stack, 'cloudformation-stack-service-role-used', {
  title: 'Stacks change things with a role of their own',
  unless: [nested],
  at: 'roleArn',
  otherwise: pass('{label} changes things with the role {roleArn}'),
  unsaid: fail('{label} has no role of its own: things are changed with the rights of whoever deploys'),
  risk: 'Whoever deploys has to have all rights that the templates need, and has them outside CloudFormation as well.',
  fix: {
    text: 'Make a role for CloudFormation with the rights that the template needs, and give it when the stack is next updated (`--role-arn`). A stack keeps its role: it cannot be taken off again.',
  },
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudformation-controls.html#cloudformation-4',
  ],
});
