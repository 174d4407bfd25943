import { AuditError, messageOf } from '../program/errors.ts';
import { version } from '../program/version.ts';
import type { CommandEntry } from './commands.ts';
import { wrap } from './columns.ts';
import { commands } from './commands.ts';
import { say } from './say.ts';

const exitCodes = `Exit codes:
  0  every selected check was judged, nothing at or above --fail-on failed
  1  something at or above --fail-on failed
  2  the command line, the configuration, a file, an output or a custom check is wrong
  3  nothing at or above --fail-on failed, but the scan is incomplete (--allow-incomplete: 0)
  4  no usable credentials, or AWS could not be reached
  5  audit send only: not everything was delivered; what was not is named
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
  const part = named?.parts?.find(({ name }) => name === argv[1]);
  if (part !== undefined) return runCommand(part, argv.slice(2));
  return runCommand(entry, named === undefined ? argv : argv.slice(1));
}

async function runCommand({ load, describe }: CommandEntry, argv: readonly string[]): Promise<number> {
  const [{ default: command }, { enter }] = await Promise.all([load(), import('./door/door.ts')]);
  const entered = await enter(command, describe, argv);
  if ('run' in entered) return entered.run();
  process.stdout.write(`${narrowed(entered.help, Math.min(100, process.stdout.columns ?? 100))}\n`);
  return 0;
}

/** What stands of each option at the end of its line: most are texts, and it makes many lines break. */
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

/** The program's help: its commands and exit codes, on one screen. */
function overview(): number {
  const common = commands.filter((each) => each.rare !== true);
  const rare = commands.filter((each) => each.rare === true);
  const width = Math.max(...common.map(({ name }) => name.length)) + 2;
  process.stdout.write(`audit reads an AWS account (never writing) and reports what is unsafe or costly.

Usage:
  audit [options]             scan the account of your AWS credentials
  audit --demo                see what it does, without an account
  audit <command> --help      options and examples of a command

Most used options (\`audit scan --help\` has all):
  --profile NAME                  profile of the AWS configuration files
  --region GLOB, --service NAME   only these regions, only checks of this service
  --framework KEY                 only checks of this framework, e.g. cis_7.0
  --format NAME, --output PLACE   table, html, json, sarif, junit, …; folder or file
  --fail-on WHAT                  what makes exit code 1: a severity, none, unknown, new
  --details                       every finding, not one screen
  --from SNAPSHOT                 judge what was read before, without AWS

Commands:
${common.map(({ name, describe }) => `  ${name.padEnd(width)}${describe}`).join('\n')}
  Also ${rare.map(({ name }) => name).join(', ')}.

${exitCodes}
`);
  return 0;
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
