import { along, defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { administers, notHere, standing } from '../../src/judgements/organization/standing.ts';
import { detector } from '../../src/services/guardduty/detector.ts';
import { member } from '../../src/services/guardduty/member.ts';
import { organizationAccount } from '../../src/services/organizations/account.ts';

export default defineCheck({
  id: 'guardduty-organization-accounts-covered',
  title: 'GuardDuty covers all accounts of the organization',
  resource: detector,
  along: {
    members: along(member, { reach: 'region' }),
    accounts: along(organizationAccount),
  },
  derived: { standing },
  risk: 'An account that is no member sends no findings to the administrator: what happens in it is seen by nobody centrally.',
  fix: {
    text: 'As the delegated administrator of GuardDuty set auto-enable to ALL, and add the accounts that are missing as members (`aws guardduty create-members`, which takes the address of each). It costs by what is looked at in each account.',
  },
  references: ['https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_organizations.html'],
  evaluate({ name, account, detectorId }, { along: { members, accounts }, derived }) {
    const elsewhere = notHere(administers(derived.standing, 'guardduty.amazonaws.com'), 'who is a member of GuardDuty');
    if (elsewhere !== undefined) return elsewhere;
    const active = accounts.filter(({ id, state }) => id !== account && state === 'ACTIVE');
    if (active.length === 0)
      return accounts.some(({ state }) => state === undefined)
        ? unknown('AWS does not say which accounts of the organization are active')
        : notApplicable('the organization has no other active account');
    if (detectorId === undefined)
      return fail(`${name} is off, so it covers none of ${active.length} other accounts of the organization`);
    const by = new Map(members.map(({ id, relationship }) => [id, relationship]));
    const seen = active.map(({ id }) => ({ id, member: by.has(id), relationship: by.get(id) }));
    const missing = seen.filter((one) => !one.member || (one.relationship?.toLowerCase() ?? 'enabled') !== 'enabled');
    const of = `${active.length} other ${active.length === 1 ? 'account' : 'accounts'} of the organization`;
    if (missing.length > 0) {
      const named = missing.slice(0, 10).map(({ id, relationship }) => `${id} (${relationship ?? 'no member'})`);
      return fail(`${name} does not cover ${missing.length} of ${of}: ${named.join(', ')}`, { missing });
    }
    if (accounts.some(({ state }) => state === undefined))
      return unknown('AWS does not say whether all accounts of the organization are active');
    const silent = seen.filter(({ relationship }) => relationship === undefined);
    return silent.length > 0
      ? unknown(`${name} does not say how ${silent.map(({ id }) => id).join(', ')} is related to it`)
      : pass(`${name} covers all of ${of}`);
  },
});
