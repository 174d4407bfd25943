import { notPublic } from '../../src/judgements/exposure/resource-policy.ts';
import { secret, secretPolicy } from '../../src/services/secretsmanager/secret.ts';

export default notPublic(secret, 'secretsmanager-secret-policy-not-public', {
  title: 'Policies of secrets do not let strangers in',
  policy: secretPolicy,
  risk: 'Anyone with an AWS account of his own reads the secret, if the key that encrypts it lets him, or replaces it.',
  fix: {
    text: 'Name the principals that need the secret instead of "*", or limit it by aws:PrincipalAccount or aws:PrincipalOrgID. Then rotate the secret: who has read it keeps it.',
  },
  references: ['https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html'],
});
