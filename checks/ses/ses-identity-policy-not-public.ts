import { notPublic } from '../../src/judgements/exposure/resource-policy.ts';
import { identity, identityPolicy } from '../../src/services/ses/identity.ts';

export default notPublic(identity, 'ses-identity-policy-not-public', {
  title: 'Policies of identities do not let strangers send',
  policy: identityPolicy,
  risk: 'Strangers send mail in the name of your domain, which receivers take for yours, and your reputation pays for it.',
  fix: {
    text: 'Name the accounts or roles that send for the identity instead of "*", or limit it to your organization (aws:PrincipalOrgID): `aws sesv2 update-email-identity-policy` takes one of its policies.',
  },
  references: ['https://docs.aws.amazon.com/ses/latest/dg/sending-authorization-policies.html'],
});
