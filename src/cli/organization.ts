import { AuditError } from '../program/errors.ts';
import { commands } from './commands.ts';
import { command, word } from './door/options.ts';

const parts = ['plan', 'doctor', 'scan', 'submit', 'work', 'report', 'deploy'] as const;

/** What `audit org` says by itself: each of its parts is a command. */
export default command({
  usage: 'org <part>',
  args: { part: word(parts, `${parts.join(', ')}: \`audit org plan --help\` explains one`) },
  options: {},
  examples: [
    ['audit org plan --role-name audit --store scans', 'which accounts, how many calls, how long'],
    ['audit org doctor --store scans', 'whether the role lets us into each'],
    ['audit org scan --store scans', 'reads and judges them all; again: what is missing'],
    ['audit org report --store scans', 'all accounts together'],
  ],

  run({ part }) {
    const known = commands.flatMap(({ parts: own = [] }) => own.map(({ name }) => name));
    return Promise.reject(
      new AuditError(
        'usage',
        `audit org needs one of ${known.join(', ')} first${part === undefined ? '' : `: audit org ${part}`}`,
        {
          hint: 'Run `audit org --help`.',
        },
      ),
    );
  },
});
