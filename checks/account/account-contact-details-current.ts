import { defineCheck, fail, manual } from '../../src/engine/check.ts';
import { accountSettings } from '../../src/services/account/account.ts';

export default defineCheck({
  id: 'account-contact-details-current',
  title: 'Account contact details are current',
  resource: accountSettings,
  needs: ['contact'],
  risk: 'AWS reaches the owner about abuse, compromise or billing through these details; when they are out of date, an account can be suspended before anyone knows of the trouble.',
  fix: {
    text: 'Compare name, address and telephone number with those of the team that owns the account today, and have the owner confirm them at least once a year.',
    terraform:
      'resource "aws_account_primary_contact" "this" {\n  full_name          = "Cloud Platform Team"\n  company_name       = "Example Corp"\n  address_line_1     = "1 Example Street"\n  city               = "Berlin"\n  postal_code        = "10115"\n  country_code       = "DE"\n  phone_number       = "+493012345678"\n}',
  },
  references: ['https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-update-contact-primary.html'],
  evaluate({ contact }) {
    if (contact === undefined) return fail('The account has no contact details, so AWS cannot reach its owner');
    const missing = Object.entries(contact).flatMap(([field, present]) =>
      present || field === 'company' ? [] : [field],
    );
    if (missing.length > 0)
      return fail(`The account's contact details lack ${missing.map((m) => words[m] ?? m).join(' and ')}`, contact);
    return manual(
      "The account's contact details are filled in; whether they are current only its owner can tell",
      contact,
    );
  },
});

const words: Readonly<Record<string, string>> = {
  fullName: 'a full name',
  address: 'an address',
  phone: 'a telephone number',
};
