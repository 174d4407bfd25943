import { actionsOfPlan, planFor } from '../inventory/plan.ts';
import { leastPolicies } from '../engine/least-policy.ts';
import { toJson } from '../text/escape.ts';
import { command, word } from './door/options.ts';
import { configOptions, selectOptions } from './options.ts';
import { roleTemplate, roleTemplates } from './organization/role-template.ts';
import { say } from './say.ts';
import { setUp } from './setup.ts';
import { writeStdout } from './output.ts';

export default command({
  usage: 'policy',
  options: {
    ...selectOptions,
    ...configOptions,
    roleTemplate: word(roleTemplates, 'A role with it, for every account: cloudformation or terraform'),
  },
  examples: [
    ['audit policy > audit-policy.json', 'for every check'],
    ['audit policy --framework cis_7.0', 'for the checks of one framework'],
    ['audit policy --role-template cloudformation > role.yaml', 'for a StackSet, see docs/organization-reports.md'],
  ],

  async run(options) {
    const { selected } = await setUp(options);
    const actions = actionsOfPlan(planFor(selected, { tags: true }));
    if (options.roleTemplate !== undefined) {
      const { text, notes } = roleTemplate(options.roleTemplate, actions);
      for (const note of notes) say(`audit: ${note}`);
      await writeStdout([text]);
      return 0;
    }
    const policies = leastPolicies(actions);
    if (policies.length > 1) {
      process.stderr.write(
        `audit: these actions do not fit one managed policy; printed are ${policies.length}, as a list: create and attach each\n`,
      );
    }
    await writeStdout([`${toJson(policies.length === 1 ? policies[0] : policies, 2)}\n`]);
    return 0;
  },
});
