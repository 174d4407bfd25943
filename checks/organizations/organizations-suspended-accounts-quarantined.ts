import { along, defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { organizationAccount } from '../../src/services/organizations/account.ts';
import { shell } from '../../src/text/shell.ts';

/** Closed, and for 90 days what was in it is still there: https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-closing.html */
const closed: ReadonlySet<string | undefined> = new Set(['SUSPENDED', 'PENDING_CLOSURE', 'CLOSED']);

export default defineCheck({
  id: 'organizations-suspended-accounts-quarantined',
  title: 'Suspended accounts are kept apart',
  resource: organizationAccount,
  along: { accounts: along(organizationAccount) },
  risk: 'A suspended account can be opened again for 90 days with all that is in it. Among active ones it is overlooked, and has their rights when it comes back.',
  fix: {
    text: 'Move it into a unit for suspended accounts, whose service control policy denies everything.',
    exact: ({ id, parent }) => ({
      cli: shell`aws organizations move-account --account-id ${id} --source-parent-id ${parent} --destination-parent-id UNIT_ID`,
    }),
  },
  references: [
    'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_accounts_close.html',
    'https://docs.aws.amazon.com/whitepapers/latest/organizing-your-aws-environment/suspended-ou.html',
  ],
  evaluate({ id, name, parent, state }, { along: { accounts } }) {
    if (state === undefined) return unknown(`AWS does not say in which state ${name} is`);
    if (state === 'PENDING_ACTIVATION') return notApplicable(`${name} is not there yet (${state})`);
    if (state === 'ACTIVE') return pass(`${name} is not suspended (${state})`, { state });
    if (!closed.has(state)) return unknown(`what it means that ${name} is ${state} is not known here`);
    const where = parent.startsWith('r-') ? `directly under root ${parent}` : `in organizational unit ${parent}`;
    const active = accounts.filter((one) => one.parent === parent && one.id !== id && !closed.has(one.state));
    if (parent.startsWith('r-') || active.length > 0)
      return fail(
        `${name} is suspended (${state}) and ${where}${active.length === 0 ? '' : ` together with ${active.length} active accounts`}; expected a unit of suspended accounts alone`,
        { state, parent },
      );
    return pass(`${name} is suspended (${state}), and ${where} with no active account`, { state, parent });
  },
});
