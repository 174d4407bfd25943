import type { Argv } from 'yargs';
import { AuditError } from '../../program/errors.ts';
import { nearest } from '../../text/nearest.ts';
import type { Command, Options } from './options.ts';
import { hereFor } from './other-tools.ts';
import { nameOf } from './options.ts';

/** What a command line asks for: the help of a command, or to run it. */
export type Entered = { readonly help: string } | { readonly run: () => Promise<number> };

/**
 * Reads the arguments of a command into what its options are typed as. What the parser makes of them goes no further.
 * @throws AuditError `usage`
 */
export async function enter(command: Command, describe: string, argv: readonly string[]): Promise<Entered> {
  const { default: yargs } = await import('yargs');
  const all = argv.includes('--all') && ['--help', '-h'].some((word) => argv.includes(word));
  const words = joinDashes(all ? argv.filter((word) => word !== '--all') : argv);
  let entered: Entered = { help: '' };
  const parser = configure(yargs(words))
    .command(
      command.usage.replace(wordsOf(command), '$0'),
      describe,
      (y) => declare(y, command, all),
      (args) => {
        assertValues(args, argv, command);
        const given = { ...valuesOf(command.args ?? {}, args, ''), ...valuesOf(command.options, args, '--') };
        entered = { run: () => command.run(given) };
      },
    )
    .usage(`audit ${command.usage} [options]\n\n${describe}`)
    .strict()
    .fail((message, error) => {
      throw error ?? usageError(message, command, argv);
    });
  await parser.parseAsync(words, {}, (_error, _args, output) => {
    if (output !== '') entered = { help: all ? output : withOthers(output, command) };
  });
  return entered;
}

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

function declare(y: Argv, { args = {}, options, groups = [], examples }: Command, all: boolean): Argv {
  const others = new Set(all ? [] : groups.slice(1).flatMap((group) => group.options));
  for (const [at, group] of groups.entries())
    y.group([...group.options.map(nameOf), ...(at === 0 ? ['help'] : [])], `${group.title}:`);
  for (const [key, { type, describe }] of Object.entries(args)) y.positional(nameOf(key), { type, describe });
  for (const [key, { type, describe, array = false, alias, hidden = false, required = false }] of Object.entries(
    options,
  ))
    y.option(nameOf(key), {
      type,
      describe,
      array,
      hidden: hidden || others.has(key),
      ...(required ? { demandOption: true } : {}),
      ...(alias === undefined ? {} : { alias }),
    });
  for (const [line, explanation] of examples) y.example(line, explanation);
  return y;
}

/** The names of the options that are not explained, under their headings. */
function withOthers(help: string, { usage, groups = [] }: Command): string {
  if (groups.length < 2) return help;
  const names = groups
    .slice(1)
    .map(({ title, options }) => `${title}: ${options.map((key) => `--${nameOf(key)}`).join(' ')}`);
  const name = wordsOf({ usage });
  const others = [...names, `\`audit ${name} --help --all\` explains these.`].join('\n');
  return help.replace(/\n+(?=Examples:|$)/, `\n\n${others}\n\n`);
}

/** Its name, with that of the command that it is a part of: what stands before its arguments. */
const wordsOf = ({ usage }: Pick<Command, 'usage'>): string => /^[a-z]+(?: [a-z]+)*/.exec(usage)?.[0] ?? usage;

type Parsed = Readonly<Record<string, unknown>>;

const valuesOf = (options: Options, args: Parsed, dashes: string): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(options).map(([key, { read }]) => [key, read(args[nameOf(key)], `${dashes}${nameOf(key)}`)]),
  );

/** yargs takes a lone `-` (standard output) for the beginning of another option: it becomes `--output=-`. */
const joinDashes = (argv: readonly string[]): string[] =>
  argv.flatMap((word, index) => {
    if (word === '-' && argv[index - 1]?.startsWith('-') === true) return [];
    return [argv[index + 1] === '-' && word.startsWith('-') ? `${word}=-` : word];
  });

/** @throws AuditError `usage` where yargs would take something else than what was meant */
function assertValues(args: Parsed, argv: readonly string[], { args: places = {}, options }: Command): void {
  const positions = Object.keys(places).map(nameOf);
  for (const [name, value] of Object.entries(args)) {
    if (name !== '_' && !positions.includes(name) && Array.isArray(value) && value.length === 0)
      throw new AuditError('usage', `--${name} needs a value`);
    // A number without a value is undefined, as if it had not been given.
    if (value === undefined && argv.includes(`--${name}`)) throw new AuditError('usage', `--${name} needs a value`);
  }
  const booleans = Object.keys(options).flatMap((key) => (options[key]?.type === 'boolean' ? [nameOf(key)] : []));
  for (const word of argv) {
    const [, name = '', value = ''] = /^--([a-z-]+)=(.*)$/.exec(word) ?? [];
    if (booleans.includes(name) && value !== 'true' && value !== 'false')
      throw new AuditError('usage', `--${name} takes no value, not ${value}`);
  }
}

function usageError(message: string, command: Command, argv: readonly string[]): AuditError {
  const name = wordsOf(command);
  const [, unknown = ''] = /^Unknown arguments?: (.+)$/.exec(message) ?? [];
  const given = unknown.split(', ').filter((word) => word !== '');
  if (given.length === 0)
    return new AuditError('usage', inOurWords(message, command), { hint: `Run \`audit ${name} --help\`.` });
  const known = [...Object.keys({ ...command.args, ...command.options }).map(nameOf), 'help'];
  const offers = given.map((word) => {
    if (argv.includes(word) || word === '""') return word;
    const here = hereFor(word);
    if (here !== undefined) return `${word.length === 1 ? '-' : '--'}${word}; here it is ${here}`;
    if (word.length === 1) return `-${word}`;
    const near = nearest(word, known);
    return `--${word}${near.length === 0 ? '' : `; did you mean ${near.map((option) => `--${option}`).join(', ')}?`}`;
  });
  return new AuditError(
    'usage',
    `unknown ${given.every((word) => argv.includes(word) || word === '""') ? 'argument' : 'option'}: ${offers.join('; ')}`,
    { hint: `Run \`audit ${name} --help\` to see the options.` },
  );
}

/** What yargs says of something missing, in the words of the help. */
function inOurWords(message: string, { usage }: Command): string {
  const [line = message] = message.split('\n');
  const [, missing] = /^Missing required arguments?: (.+)$/.exec(line) ?? [];
  if (missing !== undefined)
    return `${missing
      .split(', ')
      .map((option) => `--${option}`)
      .join(' and ')} is missing`;
  if (line.startsWith('Not enough non-option arguments')) return usage.replace(/ (?=[<[])/, ' needs ');
  return line;
}
