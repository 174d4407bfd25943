import { defineCheck, fail, notApplicable, pass, unknown, unknownWithout } from '../../src/engine/check.ts';
import { managerOf, standing } from '../../src/judgements/organization/standing.ts';
import { organizationAccount } from '../../src/services/organizations/account.ts';
import { shell } from '../../src/text/shell.ts';

export default defineCheck({
  id: 'organizations-no-accounts-in-root',
  title: 'Member accounts are in organizational units',
  resource: organizationAccount,
  derived: { standing },
  risk: 'Policies are attached to units: an account that is directly under the root is bound by none of them, and nobody notices.',
  fix: {
    text: 'Move the account into the unit whose policies fit it. They bind it at once: look first whether what runs in it needs something that they deny.',
    exact: ({ id, parent }) => ({
      cli: shell`aws organizations move-account --account-id ${id} --source-parent-id ${parent} --destination-parent-id UNIT_ID`,
    }),
  },
  references: ['https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_ous_best_practices.html'],
  evaluate({ id, name, parent, state, account }, { derived }) {
    const { standing: found } = derived;
    const manager = managerOf(found, account);
    if (id === manager) return notApplicable(`${name} manages the organization: no policy binds it, wherever it is`);
    if (state === 'SUSPENDED' || state === 'PENDING_CLOSURE' || state === 'CLOSED')
      return notApplicable(`${name} is closed or about to be (${state})`);
    if (!parent.startsWith('r-')) return pass(`${name} is in organizational unit ${parent}`, { parent });
    if (found.kind === 'unknown')
      return unknownWithout(
        `${name} is directly under root ${parent}; whether it manages the organization is not known: ${found.cause}`,
        ['ownOrganization'],
      );
    if (manager === undefined)
      return unknown(
        `${name} is directly under root ${parent}, and AWS does not say which account manages the organization`,
      );
    return fail(`${name} is directly under root ${parent}; expected that it is in an organizational unit`, { parent });
  },
});
