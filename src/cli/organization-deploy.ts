import { actionsOfPlan, planFor } from '../inventory/plan.ts';
import { AuditError } from '../program/errors.ts';
import { command, flag, word } from './door/options.ts';
import { configOptions, selectOptions } from './options.ts';
import { deployTemplate, runners } from './organization/deploy-template.ts';
import { writeStdout } from './output.ts';
import { setUp } from './setup.ts';

export default command({
  usage: 'org deploy',
  options: {
    print: flag('Print the template; nothing is deployed'),
    runner: word(runners, 'What scans an account: fargate (default), or lambda for accounts of at most 14 minutes'),
    ...selectOptions,
    ...configOptions,
  },
  examples: [
    ['audit org deploy --print > organization.yaml', 'for aws cloudformation deploy: docs/organization-reports.md'],
    ['audit org deploy --print --runner lambda > organization.yaml', 'by a function instead of containers'],
  ],

  async run({ print, runner = 'fargate', ...given }) {
    if (print !== true)
      throw new AuditError('usage', 'audit org deploy changes nothing in AWS: it needs --print', {
        hint: 'Look at what it prints, then give it to `aws cloudformation deploy`.',
      });
    const { selected } = await setUp(given);
    await writeStdout([deployTemplate(runner, actionsOfPlan(planFor(selected, { tags: true })))]);
    return 0;
  },
});
