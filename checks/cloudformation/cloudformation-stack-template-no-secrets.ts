import { stack } from '../../src/services/cloudformation/stack.ts';
import { noSecrets } from '../../src/judgements/secrets/secrets.ts';

export default noSecrets(stack, 'cloudformation-stack-template-no-secrets', {
  title: 'CloudFormation templates contain no secrets',
  unless: [
    {
      at: 'templateSecrets',
      is: [undefined],
      because: '{name} has no template yet: its first change set is under review',
    },
  ],
  in: 'templateSecrets',
  place: 'its template',
  expected: 'dynamic references to Secrets Manager or Parameter Store',
  risk: 'Everyone who may read a template, here, in the bucket it was uploaded to or in the repository it came from, reads the secrets written into it.',
  fix: {
    text: 'Replace the secret by a dynamic reference to Secrets Manager or to a SecureString parameter, update the stack, and rotate the secret: it must be taken as known to others.',
  },
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/security-best-practices.html#creds',
  ],
});
