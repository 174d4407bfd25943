import { defineCheck, fail, notApplicable, pass } from '../../src/engine/check.ts';
import { firewallPolicy } from '../../src/services/fms/policy.ts';

export default defineCheck({
  id: 'fms-policy-covers-all-accounts',
  title: 'Policies of Firewall Manager are for all accounts',
  resource: firewallPolicy,
  needs: ['accounts'],
  settings: {
    exempt: {
      type: 'strings',
      default: [],
      describe: 'ids of accounts and organizational units that policies may leave out',
    },
  },
  risk: 'Accounts that a policy leaves out stand without its protection, those that join tomorrow too where it names the accounts it is for.',
  fix: {
    text: 'Take the included and the excluded accounts and units out of the policy, so that it is for all; name those that are meant to be left out in the setting "exempt" of the check. A policy is written as a whole: get it, change IncludeMap and ExcludeMap, and put it back.',
  },
  references: [
    'https://docs.aws.amazon.com/fms/2018-01-01/APIReference/API_Policy.html',
    'https://docs.aws.amazon.com/waf/latest/developerguide/working-with-policies.html',
  ],
  evaluate({ name, scope, accounts }, { settings: { exempt } }) {
    const called = `Firewall Manager policy ${name}`;
    if (scope === 'OUT_OF_ADMIN_SCOPE') return notApplicable(`${called} is of another administrator`);
    const { included, excluded } = accounts;
    // AWS does not take both: what is excluded counts for nothing where something is included.
    if (included.length > 0)
      return fail(`${called} is only for ${included.join(', ')}; expected all accounts`, accounts);
    const out = excluded.filter((one) => !exempt.includes(one));
    if (out.length > 0) return fail(`${called} leaves out ${out.join(', ')}; expected all accounts`, accounts);
    return pass(
      excluded.length === 0
        ? `${called} is for all accounts`
        : `${called} is for all accounts but those that may be left out: ${excluded.join(', ')}`,
      accounts,
    );
  },
});
