import { defineCheck, fail, notApplicable, pass } from '../../src/engine/check.ts';
import { looksIntoOrganization, notHere, standing } from '../../src/judgements/organization/standing.ts';
import { organization } from '../../src/services/organizations/organization.ts';

// https://docs.aws.amazon.com/organizations/latest/userguide/services-that-can-integrate-ta.html
const principal = 'reporting.trustedadvisor.amazonaws.com';

export default defineCheck({
  id: 'trustedadvisor-organizational-view-enabled',
  title: 'Trusted Advisor reports on all accounts of the organization',
  resource: organization,
  needs: ['trustedServices'],
  derived: { standing },
  risk: 'Without it what Trusted Advisor finds is looked at account by account, and in those that nobody signs in to it is not looked at.',
  fix: {
    text: 'In the management account turn the organizational view on, in the settings of Trusted Advisor: that makes its service-linked role too, which trusted access alone does not.',
  },
  references: [
    'https://docs.aws.amazon.com/awssupport/latest/user/organizational-view.html',
    'https://docs.aws.amazon.com/organizations/latest/userguide/services-that-can-integrate-ta.html',
  ],
  evaluate({ trustedServices }, { derived }) {
    const elsewhere = notHere(looksIntoOrganization(derived.standing), 'which services the organization trusts');
    if (elsewhere !== undefined) return elsewhere;
    if (trustedServices === undefined)
      return notApplicable('the account is not told which services its organization trusts');
    return trustedServices.includes(principal)
      ? pass('The organization lets Trusted Advisor report on all its accounts')
      : fail('The organization does not let Trusted Advisor report on all its accounts', {
          services: trustedServices,
        });
  },
});
