import { formatNames, formatSets } from '../../reports/index.ts';
import { layouts } from '../engine/reporter.ts';
import type { Values } from './door/options.ts';
import { command, flag, list, text, word } from './door/options.ts';
import {
  awsOptions,
  configOptions,
  csvBom,
  markdownSize,
  ocsfVersion,
  regionProof,
  selectOptions,
  tableOptions,
  talkOptions,
} from './options.ts';

/** Parts of a set of several files are formats too; help names the set. */
const parts = new Set<string>(Object.values(formatSets).flatMap(({ names }) => names));
const wholeFormats = [...formatNames.filter((name) => !parts.has(name)), ...Object.keys(formatSets)];

const options = {
  ...awsOptions,
  regionProof,
  ...selectOptions,
  ...configOptions,
  ...talkOptions,
  resourceArn: list('Judge only these resources, globs allowed'),
  tag: list('Judge only resources with key=value (or key)'),
  format: list(`${wholeFormats.join(', ')} (default: table)`, { alias: 'f' }),
  output: text("Directory or file; '-' is stdout", { alias: 'o' }),
  browser: text('Chromium, Chrome or Edge that prints the PDF (default: the first that is found)'),
  ocsfVersion,
  csvBom,
  markdownSize,
  details: flag('Print every finding, not one screen'),
  ...tableOptions,
  view: word(
    layouts,
    "trusted-advisor: as Trusted Advisor's console; exposed: what the internet reaches, layer by layer",
  ),
  pager: flag('Show the table in $PAGER, or less, where it goes to a terminal'),
  failOn: list(
    'What makes exit code 1: the lowest severity, none, unknown, new, new:<severity>, worse, stale-baseline, older-than:<days> (default: any failure)',
  ),
  baseline: text('Tell what is known from what is new: a file of `audit baseline write`'),
  compare: text('Tell what changed since an earlier result, in JSON or NDJSON'),
  allowIncomplete: flag('Exit 0 although something could not be judged'),
  save: text('Save what was read as a snapshot'),
  resume: flag('Go on with an interrupted --save'),
  from: text('Judge a snapshot, without AWS'),
  now: text('Clock for replays, e.g. 2026-01-31T00:00:00Z'),
  demo: flag('Judge the embedded demo account'),
  cache: flag('Keep the result for the next run; --no-cache does not (default: yes, but in CI)'),
};
export type ScanOptions = Values<typeof options>;

export default command({
  usage: 'scan',
  options,
  groups: [
    {
      title: 'Most used',
      options: ['profile', 'region', 'service', 'framework', 'format', 'output', 'failOn', 'details', 'from', 'demo'],
    },
    { title: 'Which checks', options: ['check', 'excludeCheck', 'severity', 'category'] },
    { title: 'Which resources', options: ['resourceArn', 'tag'] },
    { title: 'What the table shows', options: ['groupBy', 'only', 'top', 'view', 'color', 'quiet', 'verbose'] },
    {
      title: 'How AWS is reached',
      options: ['roleArn', 'externalId', 'endpointUrl', 'maxRate', 'timeout', 'regionProof'],
    },
    {
      title: 'Earlier runs, snapshots, exit code',
      options: ['save', 'resume', 'now', 'baseline', 'compare', 'cache', 'allowIncomplete'],
    },
    {
      title: 'Files of your own',
      options: ['browser', 'ocsfVersion', 'csvBom', 'markdownSize', 'config', 'suppressions', 'checks', 'pack'],
    },
  ],
  examples: [
    ['audit --format html --framework cis_7.0', 'a report for an auditor'],
    ['audit --fail-on high --format json > findings.json', 'a CI gate'],
  ],
  // Checks, engine and AWS are loaded when the command runs: help and mistakes need none of them.
  run: async (given) => (await import('./scan.ts')).scan(given),
});
