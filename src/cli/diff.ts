import { command, flag, format, list, required, text } from './door/options.ts';
import { configOptions, selectOptions } from './options.ts';

export default command({
  usage: 'diff <old> <new>',
  args: {
    old: required('An earlier result (JSON or NDJSON) or a snapshot'),
    new: required('A later one'),
  },
  options: {
    ...selectOptions,
    ...configOptions,
    format: format('table', 'json', 'markdown'),
    output: text('File to write instead of standard output', { alias: 'o' }),
    details: flag('List every finding, those that are still there too'),
    failOn: list('Exit code 1 for new, new:<severity>, worse or older-than:<days> (default: never)'),
  },
  examples: [
    ['audit diff monday.json tuesday.json', 'what is new, worse, fixed, and what could not be looked at again'],
    ['audit diff old.ndjson.gz new.ndjson.gz --fail-on new:high', 'two snapshots, judged alike; a gate'],
  ],
  run: async (given) => (await import('./diff-results.ts')).diff(given),
});
