import type { Argv } from 'yargs';
import { AuditError, messageOf } from '../program/errors.ts';
import { nearest } from '../text/nearest.ts';
import { version } from '../program/version.ts';
import type { CommandEntry, CommandModule } from './commands.ts';
import { wrap } from './columns.ts';
import { commands } from './commands.ts';
import { say } from './say.ts';

const exitCodes = `Exit codes:
  0  every selected check was judged, nothing at or above --fail-on failed
  1  something at or above --fail-on failed
  2  the command line, the configuration, a file, an output or a custom check is wrong
  3  nothing at or above --fail-on failed, but the scan is incomplete (--allow-incomplete: 0)
  4  no usable credentials, or AWS could not be reached
  70  a bug in audit itself; no report was made
  130  interrupted; what was read is reported, and with --save --resume goes on`;

/** Runs the program and resolves to its exit code. Errors are printed to stderr, never a stack unless AUDIT_DEBUG is set. */
export async function main(argv: readonly string[]): Promise<number> {
  try {
    return await dispatch(argv);
  } catch (error) {
    return await report(error);
  }
}

async function dispatch(argv: readonly string[]): Promise<number> {
  const [first = ''] = argv;
  if (first === '--help' || first === '-h' || first === 'help') return overview();
  if (first === '--version' || first === '-V') {
    process.stdout.write(`${version}\n`);
    return 0;
  }
  if (first === '--complete') {
    const { complete } = await import('./completion.ts');
    process.stdout.write((await complete(argv.slice(1))).map((word) => `${word}\n`).join(''));
    return 0;
  }
  const named = commands.find(({ name }) => name === first);
  if (named === undefined && first !== '' && !first.startsWith('-')) {
    const { unknownName } = await import('../engine/select.ts');
    throw unknownName(
      'command',
      first,
      commands.map((c) => c.name),
      'Run `audit --help` to see the commands.',
    );
  }
  const scan = commands.find(({ name }) => name === 'scan');
  const entry = named ?? scan;
  if (entry === undefined) throw new AuditError('internal', 'the scan command is missing');
  return runCommand(entry, named === undefined ? argv : argv.slice(1));
}

/** Parses the arguments of one command; only its own options are declared. */
async function runCommand(entry: CommandEntry, argv: readonly string[]): Promise<number> {
  const [{ default: command }, { default: yargs }] = await Promise.all([entry.load(), import('yargs')]);
  let code: Promise<number> | undefined;
  const parser = configure(yargs(joinDashes(argv)))
    .command(
      command.command.replace(/^\S+/, '$0'),
      entry.describe,
      (y) => command.builder(y),
      (args) => {
        assertValues(args, argv, optionsOf(parser).boolean);
        code = command.handler(args);
      },
    )
    .usage(`audit ${command.command} [options]\n\n${entry.describe}`)
    .strict()
    .fail((message, error) => {
      throw error ?? usageError(message, command, argv, Object.keys(optionsOf(parser).key));
    });
  await parser.parseAsync(joinDashes(argv), {}, (_error, _args, output) => {
    if (output !== '') process.stdout.write(`${narrowed(output, Math.min(100, process.stdout.columns ?? 100))}\n`);
  });
  return code ?? 0;
}

/** What yargs says of each option at the end of its line: most are texts, and it makes many lines break. */
const valueTypes = / +\[(?:string|array|number|boolean)\]/g;

/** The help with one line an option where that fits, the rest below its text. */
const narrowed = (help: string, width: number): string =>
  help
    .replaceAll(valueTypes, '')
    .replaceAll('\n\nExamples:', '\nExamples:')
    .split('\n')
    .map((line) => {
      const [head = ''] = /^ *\S.*? {2,}(?=\S)/.exec(line) ?? [];
      if (line.length <= width || head === '' || head.length > width / 2) return wrapped(line, width);
      return head + wrap(line.slice(head.length), width, ' '.repeat(head.length)).trimStart();
    })
    .join('\n');

/** A line that is too long, broken; what is aligned stays as it is. */
const wrapped = (line: string, width: number): string =>
  line.length <= width ? line : wrap(line.replaceAll(/ {3,}/g, '  '), width, /^ */.exec(line)?.[0] ?? '');

/** yargs takes a lone `-` (standard output) for the beginning of another option: it becomes `--output=-`. */
const joinDashes = (argv: readonly string[]): string[] =>
  argv.flatMap((word, index) => {
    if (word === '-' && argv[index - 1]?.startsWith('-') === true) return [];
    return [argv[index + 1] === '-' && word.startsWith('-') ? `${word}=-` : word];
  });

function configure(parser: Argv): Argv {
  return parser
    .scriptName('audit')
    .parserConfiguration({ 'camel-case-expansion': false, 'duplicate-arguments-array': true, 'greedy-arrays': false })
    .version(false)
    .help('help', 'Show this help')
    .alias('help', 'h')
    .wrap(400)
    .exitProcess(false)
    .locale('en');
}

/** The program's help: its commands and exit codes, on one screen. */
function overview(): number {
  const width = Math.max(...commands.map(({ name }) => name.length)) + 2;
  process.stdout.write(`audit reads an AWS account (never writing) and reports what is unsafe or costly.

Usage:
  audit [options]             scan the account of your AWS credentials
  audit --demo                see what it does, without an account
  audit <command> --help      options and examples of a command

Commands:
${commands.map(({ name, describe }) => `  ${name.padEnd(width)}${describe}`).join('\n')}

${exitCodes}
`);
  return 0;
}

/** The options a parser knows; yargs' types do not show the method. */
const optionsOf = (parser: Argv): { key: Record<string, unknown>; boolean: string[] } =>
  (parser as unknown as { getOptions(): { key: Record<string, unknown>; boolean: string[] } }).getOptions();

/** @throws AuditError `usage` where yargs would take something else than what was meant */
function assertValues(
  args: Readonly<Record<string, unknown>>,
  argv: readonly string[],
  booleans: readonly string[],
): void {
  for (const [name, value] of Object.entries(args)) {
    if (name !== '_' && Array.isArray(value) && value.length === 0)
      throw new AuditError('usage', `--${name} needs a value`);
    // A number without a value is undefined, as if it had not been given.
    if (value === undefined && argv.includes(`--${name}`)) throw new AuditError('usage', `--${name} needs a value`);
  }
  for (const word of argv) {
    const [, name = '', value = ''] = /^--([a-z-]+)=(.*)$/.exec(word) ?? [];
    if (booleans.includes(name) && value !== 'true' && value !== 'false')
      throw new AuditError('usage', `--${name} takes no value, not ${value}`);
  }
}

function usageError(
  message: string,
  command: CommandModule,
  argv: readonly string[],
  known: readonly string[],
): AuditError {
  const name = command.command.split(' ')[0] ?? '';
  const [, unknown = ''] = /^Unknown arguments?: (.+)$/.exec(message) ?? [];
  const given = unknown.split(', ').filter((word) => word !== '');
  if (given.length === 0)
    return new AuditError('usage', inOurWords(message, command), { hint: `Run \`audit ${name} --help\`.` });
  const offers = given.map((word) => {
    if (argv.includes(word) || word === '""') return word;
    if (word.length === 1) return `-${word}`;
    const near = nearest(word, known).filter((option) => option.length > 1);
    return `--${word}${near.length === 0 ? '' : `; did you mean ${near.map((option) => `--${option}`).join(', ')}?`}`;
  });
  return new AuditError(
    'usage',
    `unknown ${given.every((word) => argv.includes(word) || word === '""') ? 'argument' : 'option'}: ${offers.join('; ')}`,
    { hint: `Run \`audit ${name} --help\` to see the options.` },
  );
}

/** What yargs says of something missing, in the words of the help. */
function inOurWords(message: string, command: CommandModule): string {
  const [line = message] = message.split('\n');
  const [, missing] = /^Missing required arguments?: (.+)$/.exec(line) ?? [];
  if (missing !== undefined)
    return `${missing
      .split(', ')
      .map((option) => `--${option}`)
      .join(' and ')} is missing`;
  if (line.startsWith('Not enough non-option arguments')) return command.command.replace(' ', ' needs ');
  return line;
}

/** Says on standard error what ended the run. Resolves to the exit code for it. */
export async function report(error: unknown): Promise<number> {
  const known = knownError(error);
  const { redact } = await import('../secrets/redact.ts');
  // AWS and other programs repeat credentials. Of files the operating system speaks: a folder's name may look like a key.
  const ofFiles = known.code === 'output' || known.code === 'snapshot';
  say(`audit: ${ofFiles ? known.message : redact(known.message)}`);
  if (known.hint !== undefined) say(known.hint);
  if (known.code === 'internal') say('This is a bug in audit. Set AUDIT_DEBUG=1 to see where.');
  if (process.env['AUDIT_DEBUG'] !== undefined && error instanceof Error) say(redact(error.stack ?? ''));
  return known.exitCode;
}

function knownError(error: unknown): AuditError {
  if (error instanceof AuditError) return error;
  // Told by its name: most commands need nothing of what calls AWS.
  if (error instanceof Error && error.name === 'CredentialsExpired')
    return new AuditError('credentials', error.message, { hint: 'Sign in again.', cause: error });
  return new AuditError('internal', messageOf(error), { cause: error });
}
