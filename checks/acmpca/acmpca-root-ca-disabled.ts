import { fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { sameFor, state } from '../../src/engine/forms/index.ts';
import { certificateAuthority } from '../../src/services/acmpca/authority.ts';

export default state(certificateAuthority, 'acmpca-root-ca-disabled', {
  title: 'Private root authorities are disabled while nothing is issued',
  at: 'status',
  unless: [
    { at: 'level', is: ['SUBORDINATE'], because: '{label} is no root authority' },
    {
      such: { level: undefined },
      when: ({ name, level }) =>
        level === 'ROOT' ? undefined : unknown(`AWS does not say whether ${name} is a root authority`),
    },
  ],
  is: {
    DISABLED: pass('{label} is disabled'),
    ACTIVE: fail('{label} is active; expected that a root authority is disabled while it issues nothing'),
    EXPIRED: pass('{label} has expired and issues nothing'),
    ...sameFor(['CREATING', 'PENDING_CERTIFICATE'], notApplicable('{label} issues nothing yet ({status})')),
    ...sameFor(['DELETED', 'FAILED'], notApplicable('{label} is not in use ({status})')),
  },
  unsaid: unknown('AWS does not say in which state {label} is'),
  risk: 'Whoever may issue certificates of the root makes authorities of his own that everything trusts. It is needed only when a subordinate authority is made or renewed.',
  fix: {
    text: 'Issue from subordinate authorities, and disable the root. It goes on to publish what it has taken back and is paid for as before; setting it ACTIVE again undoes it.',
    cli: 'aws acm-pca update-certificate-authority --certificate-authority-arn {arn} --status DISABLED',
    terraform: 'resource "aws_acmpca_certificate_authority" "this" {\n  type    = "ROOT"\n  enabled = false\n}',
  },
  references: [
    'https://docs.aws.amazon.com/privateca/latest/userguide/ca-best-practices.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/pca-controls.html#pca-1',
  ],
});
