import { stringify } from 'yaml';
import { checks as builtIn } from '../../checks/index.ts';
import { formatNames } from '../../reports/index.ts';
import { parseYaml } from '../config/yaml.ts';
import { callsIn } from '../elsewhere/command-line.ts';
import { frameworkKeys } from '../compliance/load.ts';
import { accountsIn, fromMutelist, type Left, type Migrated } from '../elsewhere/mutelist.ts';
import { namesIn } from '../elsewhere/names-in-file.ts';
import { checksCalled } from '../elsewhere/live.ts';
import { AuditError } from '../program/errors.ts';
import { count } from './columns.ts';
import { command, source, text, word } from './door/options.ts';
import { readText } from './json-file.ts';
import { assertWritable, isStdout, writeStdout, writeWhole } from './output.ts';
import { word as shellWord } from '../text/shell.ts';
import { say } from './say.ts';
import { assertDay } from './until.ts';

export default command({
  usage: 'migrate <tool> <file>',
  args: {
    tool: word(['prowler'], 'The tool that the file is of'),
    file: source('A mutelist, a list of checks (-C), or a script that calls it; - is standard input'),
  },
  options: {
    owner: text('Who answers for what a mutelist mutes: every suppression has an owner'),
    until: text('Last day that the suppressions hold, e.g. 2027-01-31'),
    output: text('File to write (default: standard output)', { alias: 'o' }),
  },
  examples: [
    ['audit migrate prowler mutelist.yaml --owner platform-team -o audit.suppressions.yaml', ''],
    ['audit migrate prowler .github/workflows/prowler.yml', 'its calls, as calls of audit'],
  ],

  async run({ file = '-', owner, until, output = '-' }) {
    const source = await readText(file);
    const { lines, left } = migrated(source, file, owner, until);
    if (isStdout(output)) await writeStdout(lines);
    else {
      await assertWritable(output);
      await writeWhole(output, lines);
      say(`audit: wrote ${output}`);
    }
    for (const { what, why } of left) say(`no counterpart: ${what}: ${why}`);
    if (left.length > 0) say(`audit: ${count(left.length, 'thing')} without a counterpart`);
    return 0;
  },
});

interface Written {
  readonly lines: readonly string[];
  readonly left: readonly Left[];
}

const live: ReadonlySet<string> = new Set(builtIn.map(({ id }) => id));

/** What the file is, by what is in it. @throws AuditError `usage` where it is none of what can be brought here */
function migrated(source: string, file: string, owner: string | undefined, until: string | undefined): Written {
  const document = documentIn(source, file);
  const accounts = accountsIn(document);
  if (accounts !== undefined) {
    if (owner === undefined)
      throw new AuditError('usage', `${file}: a mutelist needs --owner`, {
        hint: 'Every suppression names who answers for it, e.g. --owner platform-team.',
      });
    assertDay(until);
    return ofMutelist(fromMutelist(accounts, { owner, until, live }));
  }
  const calls = callsIn(source, { live, frameworks: frameworkKeys(), formats: formatNames });
  if (calls.length > 0)
    return {
      lines: calls.map(({ from, words }) => `# ${from}\naudit ${words.map(quoted).join(' ')}\n`),
      left: calls.flatMap((call) => call.left),
    };
  const names = namesIn(document);
  if (names.length > 0) return ofList(names);
  throw new AuditError('usage', `${file}: is nothing of Prowler's that can be brought here`, {
    hint: 'It takes a mutelist (YAML with the key Mutelist), a list of checks ({"aws": [...]}), or a script that calls prowler.',
  });
}

/** A script is no document: then there is none. */
function documentIn(source: string, file: string): unknown {
  try {
    return parseYaml(source, file).value;
  } catch (error) {
    if (/^\s*Mutelist\s*:/m.test(source)) throw error;
    return undefined;
  }
}

function ofMutelist({ suppressions, left, wider }: Migrated): Written {
  const remarks = wider.map(({ check, also }) => `# ${check} is also Prowler's ${also.join(', ')}, not muted there\n`);
  return { lines: [...remarks, stringify({ suppressions }, { lineWidth: 0 })], left };
}

function ofList(names: readonly string[]): Written {
  const { ids, left } = checksCalled(names, live);
  return {
    lines: [stringify({ checks: { only: ids.toSorted() } })],
    left: left.map(({ name, why }) => ({ what: name, why })),
  };
}

/** A word of a command, which a shell takes as it is. Options need no quotes. */
const quoted = (text: string): string => (text.startsWith('-') ? text : shellWord(text));
