import type { Check } from '../engine/check.ts';
import { AuditError } from '../program/errors.ts';
import type { CommandEntry } from './commands.ts';
import { commands } from './commands.ts';
import { command, nameOf, word } from './door/options.ts';
import { writeStdout } from './output.ts';

const shells = ['bash', 'zsh', 'fish'] as const;

export default command({
  usage: 'completion [shell]',
  args: { shell: word(shells, 'bash, zsh or fish (default: that of $SHELL)') },
  options: {},
  examples: [
    ['audit completion bash >> ~/.bashrc', ''],
    ['audit completion zsh >> ~/.zshrc', ''],
  ],

  async run({ shell }) {
    const own = process.env['SHELL']?.split('/').at(-1);
    await writeStdout([scripts[shell ?? shells.find((s) => s === own) ?? 'bash']]);
    return 0;
  },
});

/** The scripts ask the program itself, so that new commands, options and checks complete at once. */
const scripts = {
  bash: `_audit() { local IFS=$'\\n'; COMPREPLY=($(audit --complete "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)); }
complete -o default -F _audit audit
`,
  zsh: `#compdef audit
_audit() { local -a c; c=(\${(f)"$(audit --complete "\${(@)words[2,CURRENT]}" 2>/dev/null)"}); if (( \${#c} )); then compadd -a c; else _files; fi }
compdef _audit audit
`,
  fish: `complete -c audit -a '(audit --complete (commandline -opc)[2..-1] (commandline -ct) 2>/dev/null)'
`,
};

interface Known {
  readonly checks: readonly Pick<Check, 'id' | 'service'>[];
  readonly frameworks: readonly string[];
  readonly formats: readonly string[];
}

/** What is built in, and what the packs on the line add. Those of a configuration are code that nobody asked to run yet. */
async function knownTo(words: readonly string[]): Promise<Known> {
  const [{ checks }, { builtInKeys }, { formatNames, formatSets }] = await Promise.all([
    import('../../checks/index.ts'),
    import('../compliance/load.ts'),
    import('../../reports/index.ts'),
  ]);
  const own: Known = { checks, frameworks: builtInKeys, formats: [...formatNames, ...Object.keys(formatSets)] };
  const named = words.slice(0, -1).flatMap((word, i) => {
    if (word.startsWith('--pack=')) return [word.slice('--pack='.length)];
    const value = word === '--pack' && i + 1 < words.length - 1 ? words[i + 1] : undefined;
    return value === undefined ? [] : [value];
  });
  if (named.length === 0) return own;
  try {
    const { loadPacks } = await import('../config/packs/load.ts');
    const packs = await loadPacks(
      named.map((given) => ({ given, base: process.cwd() })),
      checks,
    );
    return {
      checks: [...own.checks, ...packs.checks],
      frameworks: [...own.frameworks, ...packs.frameworks.map(({ key }) => key)],
      formats: [...own.formats, ...packs.reports.map(({ name }) => name)],
    };
  } catch {
    // The command itself will say what is wrong with the pack; here a line is being typed.
    return own;
  }
}

type Values = (words: readonly string[]) => Promise<readonly string[]>;
const checkIds: Values = async (words) => (await knownTo(words)).checks.map(({ id }) => id);
const frameworkKeys: Values = async (words) => (await knownTo(words)).frameworks;

/** Options whose values are names this program knows. */
const valuesOf: Readonly<Record<string, Values>> = {
  '--check': checkIds,
  '--exclude-check': checkIds,
  '--service': async (words) => [...new Set((await knownTo(words)).checks.map(({ service }) => service))],
  '--framework': frameworkKeys,
  '--severity': async () => (await import('../engine/severity.ts')).severities,
  '--category': async () => (await import('../engine/severity.ts')).categories,
  '--fail-on': async () => (await import('./fail-on.ts')).failOnWords(),
  '--format': async (words) => (await knownTo(words)).formats,
  '--region': async () => (await import('../partitions/partitions.ts')).knownRegions,
  '--profile': profileNames,
};

/** The profiles of AWS's shared files; none where they cannot be read: the command itself says what is wrong. */
async function profileNames(): Promise<readonly string[]> {
  const { readSharedFiles } = await import('../aws/shared-files.ts');
  try {
    return [...(await readSharedFiles(process.env)).profiles.keys()];
  } catch {
    return [];
  }
}

/** What is being typed of an option's value. */
interface Typed {
  /** `--format` */
  readonly option: string;
  /** What stands before it in the same word: `--format=`, and the values of a list that are whole. */
  readonly before: string;
  readonly value: string;
}

/**
 * The value that is typed at the end of a line: behind its option, or in one word with it. Bash makes three words of
 * `--format=js`, and of `--format=` the last word is the sign.
 */
function typedIn(words: readonly string[]): Typed | undefined {
  const [third = '', second = '', last = ''] = ['', '', ...words].slice(-3);
  const [whole, joined, rest = ''] = /^(--[a-z-]+)=(.*)$/s.exec(last) ?? [];
  const typed =
    joined !== undefined
      ? { option: joined, before: whole?.slice(0, joined.length + 1) ?? '', value: rest }
      : last === '=' && second.startsWith('--')
        ? { option: second, before: '', value: '' }
        : second === '='
          ? { option: third, before: '', value: last }
          : { option: second, before: '', value: last };
  if (!typed.option.startsWith('--')) return undefined;
  const end = typed.value.lastIndexOf(',') + 1;
  return { ...typed, before: typed.before + typed.value.slice(0, end), value: typed.value.slice(end) };
}

/** The values that an option may have: those of the command's own, else names that the program knows. */
async function valuesFor(
  option: string,
  words: readonly string[],
  entry: Entry,
): Promise<readonly string[] | undefined> {
  const { options } = (await entry.load()).default;
  const own = Object.entries(options).find(([name]) => `--${nameOf(name)}` === option)?.[1];
  return own?.allowed ?? (await valuesOf[option]?.(words));
}

type Entry = Pick<CommandEntry, 'name' | 'load'>;

/**
 * What could come next.
 * @param words the words after `audit`, the last one being typed (possibly empty)
 */
export async function complete(words: readonly string[]): Promise<string[]> {
  const current = words.at(-1) ?? '';
  const named = commands.find(({ name }) => name === words[0]);
  const starting = (all: readonly string[]): string[] => all.filter((word) => word.startsWith(current));
  const part = words.length > 2 ? named?.parts?.find(({ name }) => name === words[1]) : undefined;
  const entry = part ?? named ?? commands.find(({ name }) => name === 'scan');
  if (entry === undefined) throw new AuditError('internal', 'the scan command is missing');
  const typed = typedIn(words);
  const values = typed === undefined ? undefined : await valuesFor(typed.option, words, entry);
  if (typed !== undefined && values !== undefined)
    return values.filter((value) => value.startsWith(typed.value)).map((value) => typed.before + value);
  if (words.length <= 1 && !current.startsWith('-')) return starting(commands.map(({ name }) => name));
  if (current.startsWith('-')) return starting(await optionsOf(entry));
  if (entry.name === 'explain' || (entry.name === 'checks' && words.includes('show')))
    return starting(await checkIds(words));
  if (entry.name === 'frameworks' && (words.includes('show') || words.includes('diff')))
    return starting(await frameworkKeys(words));
  const { args = {} } = (await entry.load()).default;
  const choices = Object.values(args).flatMap(({ allowed = [] }) => allowed);
  // Behind the one that was chosen stand names and files.
  return words.slice(1, -1).some((word) => choices.includes(word)) ? [] : starting(choices);
}

async function optionsOf(entry: Entry): Promise<string[]> {
  const { options } = (await entry.load()).default;
  return [...Object.keys(options).map(nameOf), 'help'].map((name) => `--${name}`);
}
