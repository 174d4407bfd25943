import { fail, pass } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { accountSettings } from '../../src/services/account/account.ts';

export default state(accountSettings, 'account-security-contact-registered', {
  title: 'Account has a security contact',
  at: 'securityContact.email',
  is: {
    true: pass('The account has an alternate contact for security'),
    false: fail('The account has an alternate contact for security, but without an email address'),
  },
  absent: fail('The account has no alternate contact for security'),
  risk: "Without a security contact AWS sends notices of exposed keys or abuse to the root user's mailbox, where the people who could react may never see them.",
  fix: {
    text: 'Register a mailbox and a telephone number of the security team as the alternate contact for security; a distribution list outlives the people on it.',
    cli: 'aws account put-alternate-contact --alternate-contact-type SECURITY --name NAME --title TITLE --email-address EMAIL --phone-number PHONE',
    terraform:
      'resource "aws_account_alternate_contact" "security" {\n  alternate_contact_type = "SECURITY"\n  name                   = "NAME"\n  title                  = "TITLE"\n  email_address          = "EMAIL"\n  phone_number           = "PHONE"\n}',
  },
  references: ['https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-update-contact-alternate.html'],
});
