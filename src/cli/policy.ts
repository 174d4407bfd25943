import { actionsOfPlan, planFor } from '../inventory/plan.ts';
import { leastPolicies } from '../engine/least-policy.ts';
import { toJson } from '../text/escape.ts';
import { command } from './door/options.ts';
import { configOptions, selectOptions } from './options.ts';
import { setUp } from './setup.ts';
import { writeStdout } from './output.ts';

export default command({
  usage: 'policy',
  options: { ...selectOptions, ...configOptions },
  examples: [
    ['audit policy > audit-policy.json', 'for every check'],
    ['audit policy --framework cis_7.0', 'for the checks of one framework'],
  ],

  async run(options) {
    const { selected } = await setUp(options);
    const policies = leastPolicies(actionsOfPlan(planFor(selected, { tags: true })));
    if (policies.length > 1) {
      process.stderr.write(
        `audit: these actions do not fit one managed policy; printed are ${policies.length}, as a list: create and attach each\n`,
      );
    }
    await writeStdout([`${toJson(policies.length === 1 ? policies[0] : policies, 2)}\n`]);
    return 0;
  },
});
