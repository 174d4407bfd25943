import { defineCheck, fail, notApplicable, pass, unknown, unknownWithout } from '../../src/engine/check.ts';
import { looksIntoOrganization, notHere, standing } from '../../src/judgements/organization/standing.ts';
import { organization } from '../../src/services/organizations/organization.ts';

const service = 'sso.amazonaws.com';

export default defineCheck({
  id: 'identitycenter-delegated-administrator-configured',
  title: 'IAM Identity Center is administered outside the management account',
  resource: organization,
  needs: ['trustedServices'],
  derived: { standing },
  risk: 'Whoever gives people access has to work in the management account, which no service control policy binds, and can do everything else there.',
  fix: {
    text: 'Register a member account that the identity team owns; permission sets that are assigned in the management account stay with that one. `aws organizations deregister-delegated-administrator` undoes it.',
    cli: 'aws organizations register-delegated-administrator --account-id MEMBER_ACCOUNT_ID --service-principal sso.amazonaws.com',
  },
  references: ['https://docs.aws.amazon.com/singlesignon/latest/userguide/delegated-admin.html'],
  evaluate({ trustedServices }, { derived }) {
    const { standing: found } = derived;
    const elsewhere = notHere(looksIntoOrganization(found), 'who administers Identity Center');
    if (elsewhere !== undefined) return elsewhere;
    if (found.kind === 'alone' || found.kind === 'unknown')
      return notApplicable('the account is not in an organization');
    const { delegations } = found;
    if (delegations.kind !== 'told')
      return unknownWithout('who administers services for the organization is not known', ['delegations']);
    const own = delegations.administrators.filter(({ services }) => services.includes(service));
    if (own.length > 0)
      return pass(`The organization has Identity Center administered by ${own.map(({ id }) => id).join(', ')}`, {
        administrators: own,
      });
    // An instance for the organization makes it trust the service: https://docs.aws.amazon.com/organizations/latest/userguide/services-that-can-integrate-sso.html
    if (trustedServices === undefined)
      return unknown(
        'AWS does not tell which services the organization trusts, and so whether it uses Identity Center',
      );
    if (!trustedServices.includes(service))
      return notApplicable('The organization does not use Identity Center: it does not trust the service');
    return fail('The organization has Identity Center administered in the management account alone');
  },
});
