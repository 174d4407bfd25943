import { along, defineCheck, fail, notApplicable, pass } from '../../src/engine/check.ts';
import {
  baselinesOn,
  enrolling,
  governance,
  isShared,
  ungoverned,
} from '../../src/judgements/organization/governance.ts';
import { organizationAccount } from '../../src/services/organizations/account.ts';
import { organization } from '../../src/services/organizations/organization.ts';

export default defineCheck({
  id: 'controltower-accounts-enrolled',
  title: 'Every account of the organization is enrolled in Control Tower',
  resource: organization,
  derived: { governance },
  along: { accounts: along(organizationAccount) },
  risk: 'An account that is not enrolled has none of the trails, roles and controls of the others, and is looked for in vain where they are watched.',
  fix: {
    text: 'Enroll the accounts: move them into a unit that Control Tower governs and re-register it, or enroll each by itself. The role AWSControlTowerExecution has to be in them before.',
  },
  references: ['https://docs.aws.amazon.com/controltower/latest/userguide/enroll-account.html'],
  evaluate({ account }, { along: { accounts }, derived: { governance: found } }) {
    const outside = ungoverned(found);
    if (outside !== undefined || found.kind !== 'governed') return outside ?? notApplicable('nothing is governed');
    const members = accounts.filter(({ id, state }) => id !== account && state === 'ACTIVE');
    if (members.length === 0)
      return notApplicable('the organization has no active account besides the management account');
    const missing = members.filter(
      ({ id }) =>
        !isShared(id, found) &&
        !baselinesOn(id, found).some(({ name, status }) => name === enrolling && status === 'SUCCEEDED'),
    );
    const names = missing.slice(0, 3).map(({ id, name }) => `${id} (${name})`);
    return missing.length === 0
      ? pass(`The organization has all ${members.length} member accounts enrolled`, { accounts: members.length })
      : fail(
          `The organization has ${missing.length} of ${members.length} member accounts not enrolled: ${names.join(', ')}${missing.length > 3 ? ' and others' : ''}`,
          { accounts: missing.slice(0, 50).map(({ id }) => id) },
        );
  },
});
