import { along, defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import {
  baselinesOn,
  enrolling,
  governance,
  isShared,
  ungoverned,
} from '../../src/judgements/organization/governance.ts';
import { organizationAccount } from '../../src/services/organizations/account.ts';
import { organizationalUnit } from '../../src/services/organizations/unit.ts';

export default defineCheck({
  id: 'controltower-baseline-enabled-on-organizational-units',
  title: 'Organizational unit has the baseline of Control Tower',
  resource: organizationalUnit,
  derived: { governance },
  along: { accounts: along(organizationAccount) },
  risk: 'Accounts that are made in or moved into a unit without the baseline get none of what the landing zone gives the others.',
  fix: {
    text: 'Register the unit with Control Tower, which enables the baseline on it and enrolls the accounts in it. Stack sets then make roles, trails and rules in each.',
    cli: 'aws controltower enable-baseline --baseline-identifier BASELINE_ARN --baseline-version VERSION --target-identifier {arn}',
  },
  references: ['https://docs.aws.amazon.com/controltower/latest/userguide/types-of-baselines.html'],
  evaluate({ id, name }, { along: { accounts }, derived: { governance: found } }) {
    const outside = ungoverned(found);
    if (outside !== undefined || found.kind !== 'governed') return outside ?? notApplicable('nothing is governed');
    // The unit of the landing zone's own accounts cannot have it: these have baselines of their own.
    if (accounts.some((one) => one.parent === id && isShared(one.id, found)))
      return notApplicable('the unit holds the accounts of the landing zone');
    const own = baselinesOn(id, found).filter((one) => one.name === enrolling);
    const [first] = own;
    if (first === undefined)
      return fail(`Organizational unit ${name} has no baseline of Control Tower`, { baselines: [] });
    if (own.some(({ status }) => status === 'SUCCEEDED'))
      return pass(`Organizational unit ${name} has the baseline of Control Tower`, { baselines: own });
    return first.status === 'FAILED'
      ? fail(`Organizational unit ${name} has the baseline of Control Tower, but enabling it failed`, {
          baselines: own,
        })
      : unknown(`the baseline of organizational unit ${name} is being changed (${first.status ?? 'not said'})`);
  },
});
