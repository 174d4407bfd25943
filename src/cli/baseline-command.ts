import { command, each, flag, oneOf, required, text } from './door/options.ts';
import { reportNames } from './find-finding.ts';
import { configOptions, selectOptions } from './options.ts';

/** The file that is meant where none is named. */
export const usualBaseline = 'audit-baseline.txt';

const actions = ['write', 'prune', 'merge'] as const;

export default command({
  usage: 'baseline <action> [files..]',
  args: {
    action: { ...required('write, prune or merge'), allowed: actions },
    files: each('prune: the baseline; merge: BASE OURS THEIRS, as Git names them to a merge driver'),
  },
  options: {
    ...selectOptions,
    ...configOptions,
    report: text(`Report that says what is known (default: ${reportNames.join(' or ')})`),
    from: text('Snapshot that says it'),
    demo: flag('The embedded demo account says it'),
    output: text(`write: the baseline, - for standard output (default: ${usualBaseline})`, { alias: 'o' }),
    add: flag('write: take what is new or worse into a baseline that is there'),
  },
  examples: [
    ['audit baseline write --report findings.json', 'what fails now is known from now on'],
    ['audit baseline prune audit-baseline.txt --from today.ndjson', 'take out what occurs no more'],
    [
      'git config merge.audit.driver "audit baseline merge %O %A %B"',
      'with `audit-baseline.txt merge=audit` in .gitattributes',
    ],
  ],
  run: async (given) => {
    const action = oneOf('audit baseline', given.action, actions);
    return (await import('./baseline.ts')).baseline({ ...given, action });
  },
});
