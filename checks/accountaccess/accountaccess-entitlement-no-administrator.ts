import { defineCheck, manual, notApplicable, unknown } from '../../src/engine/check.ts';
import { mayDoLess, rolesMayDo } from '../../src/judgements/policies/may-do.ts';
import { disentitle, entitlement } from '../../src/services/accountaccess/entitlement.ts';

export default defineCheck({
  id: 'accountaccess-entitlement-no-administrator',
  title: 'Entitlements of account access manager give no full administration',
  resource: entitlement,
  derived: { roles: rolesMayDo },
  risk: 'Whoever takes over the user, or one member of the group, has the account at once, and nothing that is said of permission sets shows it.',
  fix: {
    text: 'Entitle them to a role that allows what the work needs, and keep full administration for few people, for a short time. The command takes the entitlement away; making it again undoes it.',
    exact: (given) => ({ cli: disentitle(given) }),
  },
  references: [
    'https://docs.aws.amazon.com/account-access/latest/APIReference/API_CreateEntitlement.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  ],
  evaluate({ id, principal, role, target, account }, { derived: { roles } }) {
    const who = `Entitlement ${id} of Identity Center ${principal ?? 'principals of an unknown kind'}`;
    if (role === undefined || target === undefined)
      return unknown(`AWS does not say to which role entitlement ${id} entitles`);
    if (target !== account)
      return manual(
        `${who} is for role ${role}: look in account ${target}, of which nothing was read, whether it gives full administration`,
        { principal, role },
      );
    const found = roles.of(role);
    if (found === undefined) return notApplicable(`the account has no role ${role}: the entitlement gives nothing`);
    return mayDoLess(`${who} is for role ${role}, which`, found, 'administrator', { principal, role });
  },
});
