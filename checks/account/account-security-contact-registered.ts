import { defineCheck, fail, pass } from '../../src/engine/check.ts';
import { accountSettings } from '../../src/services/account/account.ts';

export default defineCheck({
  id: 'account-security-contact-registered',
  title: 'Account has a security contact',
  resource: accountSettings,
  needs: ['securityContact'],
  risk: "Without a security contact AWS sends notices of exposed keys or abuse to the root user's mailbox, where the people who could react may never see them.",
  fix: {
    text: 'Register a mailbox and a telephone number of the security team as the alternate contact for security; a distribution list outlives the people on it.',
    cli: 'aws account put-alternate-contact --alternate-contact-type SECURITY --name "Security team" --title "Security" --email-address security@example.com --phone-number "+493012345678"',
    terraform:
      'resource "aws_account_alternate_contact" "security" {\n  alternate_contact_type = "SECURITY"\n  name                   = "Security team"\n  title                  = "Security"\n  email_address          = "security@example.com"\n  phone_number           = "+493012345678"\n}',
  },
  references: ['https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-update-contact-alternate.html'],
  evaluate({ securityContact }) {
    if (securityContact === undefined) return fail('The account has no alternate contact for security');
    return securityContact.email
      ? pass('The account has an alternate contact for security', securityContact)
      : fail('The account has an alternate contact for security, but without an email address', securityContact);
  },
});
