import { defineCheck, fail, notApplicable, pass } from '../../src/engine/check.ts';
import { looksIntoOrganization, notHere, standing } from '../../src/judgements/organization/standing.ts';
import { organization } from '../../src/services/organizations/organization.ts';

export default defineCheck({
  id: 'ram-organization-sharing-enabled',
  title: 'Resources are shared within the organization without invitations',
  resource: organization,
  needs: ['trustedServices'],
  derived: { standing },
  risk: 'Without it every share inside the organization goes by account numbers and invitations, as it does with strangers: nobody tells the ones from the others, and accounts that leave keep what they have.',
  fix: {
    text: 'In the management account turn sharing with AWS Organizations on, with RAM itself: trusted access alone does not make its service-linked role. Shares then name the organization or a unit, and accounts that leave lose them.',
    cli: 'aws ram enable-sharing-with-aws-organization',
    terraform: 'resource "aws_ram_sharing_with_organization" "this" {}',
  },
  references: ['https://docs.aws.amazon.com/ram/latest/userguide/getting-started-sharing.html'],
  evaluate({ trustedServices }, { derived }) {
    const elsewhere = notHere(looksIntoOrganization(derived.standing), 'which services the organization trusts');
    if (elsewhere !== undefined) return elsewhere;
    if (trustedServices === undefined)
      return notApplicable('the account is not told which services its organization trusts');
    return trustedServices.includes('ram.amazonaws.com')
      ? pass('The organization lets Resource Access Manager share within it')
      : fail('The organization does not let Resource Access Manager share within it', { services: trustedServices });
  },
});
