import { stack } from '../../src/services/cloudformation/stack.ts';
import { noSecrets } from '../../src/judgements/secrets/secrets.ts';

export default noSecrets(stack, 'cloudformation-stack-outputs-no-secrets', {
  title: 'CloudFormation stack outputs hold no secrets',
  in: 'outputSecrets',
  place: 'its outputs',
  expected: 'ARNs of secrets, or no output',
  risk: 'Outputs are shown to everyone who may describe stacks and are copied into other stacks, pipelines and their logs. A secret among them spreads with them.',
  fix: {
    text: 'Output the ARN of a Secrets Manager secret instead of its value, or drop the output, update the stack, and rotate the secret: it must be taken as known to others.',
  },
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/outputs-section-structure.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/security-best-practices.html#creds',
  ],
});
