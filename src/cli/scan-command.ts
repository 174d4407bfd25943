import { formatNames } from '../../reports/index.ts';
import { severities } from '../engine/severity.ts';
import type { Values } from './door/options.ts';
import { command, flag, list, text, word } from './door/options.ts';
import { awsOptions, configOptions, selectOptions, talkOptions } from './options.ts';

const options = {
  ...awsOptions,
  ...selectOptions,
  ...configOptions,
  ...talkOptions,
  resourceArn: list('Judge only these resources, globs allowed'),
  tag: list('Judge only resources with key=value (or key)'),
  format: list(`${formatNames.join(', ')} (default: table)`, { alias: 'f' }),
  output: text("Directory or file; '-' is stdout", { alias: 'o' }),
  failOn: word([...severities, 'none'], 'Lowest severity of exit code 1, or none (default: any)'),
  allowIncomplete: flag('Exit 0 although something could not be judged'),
  save: text('Save what was read as a snapshot'),
  resume: flag('Go on with an interrupted --save'),
  from: text('Judge a snapshot, without AWS'),
  now: text('Clock for replays, e.g. 2026-01-31T00:00:00Z'),
  demo: flag('Judge the embedded demo account'),
};
export type ScanOptions = Values<typeof options>;

export default command({
  usage: 'scan',
  options,
  examples: [
    ['audit --format html --framework cis_7.0', 'a report for an auditor'],
    ['audit --fail-on high --format json > findings.json', 'a CI gate'],
  ],
  // Checks, engine and AWS are loaded when the command runs: help and mistakes need none of them.
  run: async (given) => (await import('./scan.ts')).scan(given),
});
