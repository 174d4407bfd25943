import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { nested, stack } from '../../src/services/cloudformation/stack.ts';

export default state(stack, 'cloudformation-stack-termination-protection-enabled', {
  title: 'Stacks are protected from being deleted',
  unless: [nested],
  at: 'terminationProtection',
  is: {
    true: pass('{label} is protected from being deleted'),
    false: fail('{label} is not protected from being deleted'),
  },
  unsaid: unknown('AWS does not say whether {label} is protected from being deleted'),
  risk: 'One call, or one click, deletes everything that is in the stack, data included.',
  fix: {
    text: 'Turn the protection on. `--no-enable-termination-protection` undoes it.',
    cli: 'aws cloudformation update-termination-protection --stack-name {id} --enable-termination-protection',
  },
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-protect-stacks.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudformation-controls.html#cloudformation-3',
  ],
});
