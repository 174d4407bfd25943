import { trustedOnly } from '../../src/judgements/exposure/resource-policy.ts';
import { secret, secretPolicy } from '../../src/services/secretsmanager/secret.ts';

export default trustedOnly(secret, 'secretsmanager-secret-policy-restrictive', {
  title: 'Policies of secrets let in trusted accounts only',
  policy: secretPolicy,
  risk: 'Who controls the other account reads the secret; when it is broken into, what the secret opens is too.',
  fix: {
    text: 'Remove accounts that do not need it from the policy, or limit it to your organization (aws:PrincipalOrgID). List partners and your own other accounts as trusted accounts in the configuration.',
  },
  references: ['https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html'],
});
