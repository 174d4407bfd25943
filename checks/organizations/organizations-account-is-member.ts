import { defineCheck, fail, pass, unknownWithout } from '../../src/engine/check.ts';
import { standing } from '../../src/judgements/organization/standing.ts';
import { accountSettings } from '../../src/services/account/account.ts';

export default defineCheck({
  id: 'organizations-account-is-member',
  title: 'Account belongs to an organization',
  resource: accountSettings,
  derived: { standing },
  risk: 'An account on its own has no policy above it: whoever takes it over decides everything, and nobody else watches it.',
  fix: {
    text: 'Invite the account from the management account of an organization, accept the invitation in this one, and move it into an organizational unit. Its bill then goes to the management account, and policies of the organization bind it.',
    cli: 'aws organizations accept-handshake --handshake-id HANDSHAKE_ID',
  },
  references: ['https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_accounts_invites.html'],
  evaluate(_account, { derived: { standing: found } }) {
    switch (found.kind) {
      case 'alone':
        return fail(`The account stands alone: ${found.because}`);
      case 'management':
        return pass(`The account manages organization ${found.organization ?? '(not said)'}`, {
          organization: found.organization,
        });
      case 'member':
        return pass(`The account is a member of organization ${found.organization ?? '(not said)'}`, {
          organization: found.organization,
          managementAccount: found.managementAccount,
        });
      case 'unknown':
        return unknownWithout(`whether the account is in an organization is not known: ${found.cause}`, [
          'ownOrganization',
        ]);
    }
  },
});
