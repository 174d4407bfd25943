import { notPublic } from '../../src/judgements/exposure/resource-policy.ts';
import { authorityPolicy, certificateAuthority } from '../../src/services/acmpca/authority.ts';

export default notPublic(certificateAuthority, 'acmpca-certificate-authority-policy-not-public', {
  title: 'Policies of private certificate authorities do not let strangers in',
  policy: authorityPolicy,
  unless: [{ at: 'status', is: ['DELETED'], because: '{label} was deleted' }],
  risk: 'Strangers have certificates issued in their own accounts that everything of yours trusts.',
  fix: {
    text: 'Share the authority by AWS RAM with the accounts or the organization that issue from it, and take the statement that lets everybody in out of the policy (`aws acm-pca put-policy`, or `delete-policy` where nothing else is in it).',
  },
  references: ['https://docs.aws.amazon.com/privateca/latest/userguide/pca-rbp.html'],
});
