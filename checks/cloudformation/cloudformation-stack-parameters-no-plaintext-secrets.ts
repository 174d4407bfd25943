import { stack } from '../../src/services/cloudformation/stack.ts';
import { noSecrets } from '../../src/judgements/secrets/secrets.ts';

export default noSecrets(stack, 'cloudformation-stack-parameters-no-plaintext-secrets', {
  title: 'CloudFormation stack parameters show no secrets in plain text',
  in: 'parameterSecrets',
  place: 'its parameters',
  expected: 'dynamic references or NoEcho',
  risk: 'The value of a parameter without NoEcho is shown to everyone who may describe stacks, for as long as the stack exists.',
  fix: {
    text: 'Use a dynamic reference to Secrets Manager or to a SecureString parameter where the template uses the value, or at least set NoEcho on the parameter. Update the stack and rotate the secret.',
  },
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html',
  ],
});
