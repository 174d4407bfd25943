import { formatNames } from '../../reports/index.ts';
import type { CommandModule } from './commands.ts';
import { awsOptions, configOptions, selectOptions, talkOptions } from './options.ts';

const scan: CommandModule = {
  command: 'scan',
  builder: (y) =>
    talkOptions(configOptions(selectOptions(awsOptions(y))))
      .option('resource-arn', { type: 'string', array: true, describe: 'Judge only these resources, globs allowed' })
      .option('tag', { type: 'string', array: true, describe: 'Judge only resources with key=value (or key)' })
      .option('format', {
        type: 'string',
        array: true,
        alias: 'f',
        describe: `${formatNames.join(', ')} (default: table)`,
      })
      .option('output', { type: 'string', alias: 'o', describe: "Directory or file; '-' is stdout" })
      .option('fail-on', { type: 'string', describe: 'Lowest severity of exit code 1, or none (default: any)' })
      .option('allow-incomplete', { type: 'boolean', describe: 'Exit 0 although something could not be judged' })
      .option('save', { type: 'string', describe: 'Save what was read as a snapshot' })
      .option('resume', { type: 'boolean', describe: 'Go on with an interrupted --save' })
      .option('from', { type: 'string', describe: 'Judge a snapshot, without AWS' })
      .option('now', { type: 'string', describe: 'Clock for replays, e.g. 2026-01-31T00:00:00Z' })
      .option('demo', { type: 'boolean', describe: 'Judge the embedded demo account' })
      .example('audit --format html --framework cis_7.0', 'a report for an auditor')
      .example('audit --fail-on high --format json > findings.json', 'a CI gate'),
  // Checks, engine and AWS are loaded when the command runs: help and mistakes need none of them.
  handler: async (args) => (await import('./scan.ts')).scan.handler(args),
};

export default scan;
