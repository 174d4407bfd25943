import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { resourceShare } from '../../src/services/ram/share.ts';

export default state(resourceShare, 'ram-resource-share-organization-only', {
  title: 'Resource share is open to the own organization only',
  unless: [{ at: 'received', is: [true], because: 'the share is of another account, which decides whom it is for' }],
  at: 'allowsExternal',
  is: {
    true: fail('{label} may be given accounts outside the organization: external principals are allowed'),
    false: pass('{label} takes principals of the organization only'),
  },
  unsaid: unknown('AWS does not say whether {label} takes principals outside the organization'),
  risk: 'Whoever may change the share can add any AWS account to it: an invitation that is accepted outside is all it takes.',
  fix: {
    text: 'Turn external principals off. Accounts outside the organization that are in the share lose what it gives them; an account that is in no organization can then share with nobody.',
    cli: 'aws ram update-resource-share --resource-share-arn {arn} --no-allow-external-principals',
    terraform:
      'resource "aws_ram_resource_share" "this" {\n  name                      = "{name}"\n  allow_external_principals = false\n}',
  },
  references: ['https://docs.aws.amazon.com/ram/latest/userguide/getting-started-sharing.html'],
});
