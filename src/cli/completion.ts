import { AuditError } from '../program/errors.ts';
import type { CommandModule } from './commands.ts';
import { commands } from './commands.ts';
import { text, wordOf } from './options.ts';
import { writeStdout } from './output.ts';

const completion: CommandModule = {
  command: 'completion [shell]',
  builder: (y) =>
    y
      .positional('shell', { type: 'string', describe: 'bash, zsh or fish (default: that of $SHELL)' })
      .example('audit completion bash >> ~/.bashrc', '')
      .example('audit completion zsh >> ~/.zshrc', ''),

  async handler(args) {
    const shells = ['bash', 'zsh', 'fish'] as const;
    const own = process.env['SHELL']?.split('/').at(-1);
    const shell = wordOf('shell', text(args, 'shell') ?? shells.find((s) => s === own) ?? 'bash', shells);
    await writeStdout([scripts[shell]]);
    return 0;
  },
};

export default completion;

/** The scripts ask the program itself, so that new commands, options and checks complete at once. */
const scripts = {
  bash: `_audit() { local IFS=$'\\n'; COMPREPLY=($(audit --complete "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)); }
complete -o default -F _audit audit
`,
  zsh: `#compdef audit
_audit() { local -a c; c=(\${(f)"$(audit --complete "\${(@)words[2,CURRENT]}" 2>/dev/null)}"); if (( \${#c} )); then compadd -a c; else _files; fi }
compdef _audit audit
`,
  fish: `complete -c audit -a '(audit --complete (commandline -opc)[2..-1] (commandline -ct) 2>/dev/null)'
`,
};

/** Options whose values are names this program knows. */
const valuesOf: Readonly<Record<string, () => Promise<readonly string[]>>> = {
  '--check': async () => (await import('../../checks/index.ts')).checks.map((c) => c.id),
  '--exclude-check': async () => (await import('../../checks/index.ts')).checks.map((c) => c.id),
  '--service': async () => [...new Set((await import('../../checks/index.ts')).checks.map((c) => c.service))],
  '--framework': async () => (await import('../engine/frameworks.ts')).frameworks.map((f) => f.key),
  '--severity': async () => (await import('../engine/check.ts')).severities,
  '--category': async () => (await import('../engine/check.ts')).categories,
  '--fail-on': async () => [...(await import('../engine/check.ts')).severities, 'none'],
  '--format': async () => (await import('../../reports/index.ts')).formatNames,
};

/**
 * What could come next.
 * @param words the words after `audit`, the last one being typed (possibly empty)
 */
export async function complete(words: readonly string[]): Promise<string[]> {
  const current = words.at(-1) ?? '';
  const before = words.at(-2) ?? '';
  const named = commands.find(({ name }) => name === words[0]);
  const starting = (all: readonly string[]): string[] => all.filter((word) => word.startsWith(current));
  const values = valuesOf[before];
  if (values !== undefined) return starting(await values());
  if (words.length <= 1 && !current.startsWith('-')) return starting(commands.map(({ name }) => name));
  const entry = named ?? commands.find(({ name }) => name === 'scan');
  if (entry === undefined) throw new AuditError('internal', 'the scan command is missing');
  if (current.startsWith('-')) return starting(await optionsOf(entry));
  if (entry.name === 'explain' || (entry.name === 'checks' && words.includes('show')))
    return starting(await (valuesOf['--check']?.() ?? []));
  if (entry.name === 'frameworks' && words.includes('show')) return starting(await (valuesOf['--framework']?.() ?? []));
  if (entry.name === 'checks' || entry.name === 'frameworks') return starting(['list', 'show']);
  return [];
}

async function optionsOf(entry: (typeof commands)[number]): Promise<string[]> {
  const [{ default: command }, { default: yargs }] = await Promise.all([entry.load(), import('yargs')]);
  const parser = command.builder(yargs([]).version(false)) as unknown as {
    getOptions(): { key: Record<string, unknown> };
  };
  return Object.keys(parser.getOptions().key)
    .filter((name) => name.length > 1)
    .map((name) => `--${name}`);
}
