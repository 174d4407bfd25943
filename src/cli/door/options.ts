import { AuditError } from '../../program/errors.ts';
import { nearest } from '../../text/nearest.ts';

/** A value that the command line may give: how it is written, and what is made of it. */
export interface Option<T> {
  readonly type: 'string' | 'number' | 'boolean';
  readonly array?: boolean;
  readonly describe: string;
  readonly alias?: string | undefined;
  readonly hidden?: boolean | undefined;
  readonly required?: boolean;
  /** The values that it takes, where those are a few words. */
  readonly allowed?: readonly string[];
  /**
   * @param given what the parser made of it; undefined where it was left out
   * @param name as messages call it, e.g. `--max-rate`
   * @throws AuditError `usage`
   */
  readonly read: (given: unknown, name: string) => T;
}

/** By the names that the program uses: `roleArn` is written `--role-arn`. */
export type Options = Readonly<Record<string, Option<unknown>>>;

/** What a command gets of its options. */
export type Values<O extends Options> = { readonly [K in keyof O]: O[K] extends Option<infer T> ? T : never };

/** The name of an option on the command line, without dashes. */
export const nameOf = (key: string): string => key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Options that belong together. */
export interface Group {
  readonly title: string;
  /** By the names that the program uses. */
  readonly options: readonly string[];
}

/** What the file of a command exports, with the options as they are typed for `run`. */
export interface Command<A extends Options = Options, O extends Options = Options> {
  /** Its name and arguments, e.g. `checks [action] [id]`. */
  readonly usage: string;
  readonly args?: A;
  readonly options: O;
  /** Options under headings, those that matter most first: of the others, `--help` gives the names unless `--all` is said too. */
  readonly groups?: readonly Group[];
  /** With an explanation each; `--help` must fit a screen. */
  readonly examples: readonly (readonly [line: string, explanation: string])[];
  /** @returns the exit code */
  run(given: Values<A> & Values<O>): Promise<number>;
}

export const command = <A extends Options, O extends Options>(spec: Command<A, O>): Command => spec;

interface More {
  readonly alias?: string;
  readonly hidden?: boolean;
}

function textIn(given: unknown, name: string): string | undefined {
  if (given === undefined) return undefined;
  if (Array.isArray(given)) throw new AuditError('usage', `${name} was given twice`);
  if (typeof given !== 'string' || given === '') throw new AuditError('usage', `${name} needs a value`);
  return given;
}

function listIn(given: unknown, name: string): string[] {
  const all: unknown[] = Array.isArray(given) ? given : given === undefined ? [] : [given];
  const values = all
    .flatMap((each) => String(each).split(','))
    .map((each) => each.trim())
    .filter((each) => each !== '');
  // `--tag ""` must not mean "no filter".
  if (all.length > 0 && values.length === 0) throw new AuditError('usage', `${name} needs a value`);
  return values;
}

function numberIn(given: unknown, name: string): number | undefined {
  if (given === undefined) return undefined;
  if (typeof given !== 'number' || !Number.isFinite(given) || given <= 0) {
    const found = typeof given === 'number' && !Number.isNaN(given) ? `, not ${given}` : '';
    throw new AuditError('usage', `${name} must be a number above 0${found}`);
  }
  return given;
}

/** A value out of a fixed list. @param name what messages call it @throws AuditError `usage` with the nearest one */
export function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === value);
  if (found !== undefined) return found;
  const [near] = nearest(value, allowed);
  throw new AuditError(
    'usage',
    `${name}: unknown value ${value}${near === undefined ? '' : `; did you mean ${near}?`}`,
    { hint: `Allowed: ${allowed.join(', ')}.` },
  );
}

export const text = (describe: string, more?: More): Option<string | undefined> => ({
  ...more,
  type: 'string',
  describe,
  read: textIn,
});

/** A text that must be given. */
export const required = (describe: string): Option<string> => ({
  type: 'string',
  describe,
  required: true,
  read: (given, name) => textIn(given, name) ?? '',
});

/** A file's name; `-` is standard input, which the parser hands out as nothing. */
export const source = (describe: string): Option<string | undefined> => ({
  type: 'string',
  describe,
  read: (given, name) => (given === '' ? '-' : textIn(given, name)),
});

/** Values; `a,b` and repetition mean the same. */
export const list = (describe: string, more?: More): Option<readonly string[]> => ({
  ...more,
  type: 'string',
  array: true,
  describe,
  read: listIn,
});

/** Values that may hold commas. */
export const each = (describe: string): Option<readonly string[]> => ({
  type: 'string',
  array: true,
  describe,
  read: (given) => (Array.isArray(given) ? given.map(String) : []),
});

export const number = (describe: string): Option<number | undefined> => ({ type: 'number', describe, read: numberIn });

/** Undefined where it was left out; false for `--no-…`. */
export const flag = (describe: string, more?: More): Option<boolean | undefined> => ({
  ...more,
  type: 'boolean',
  describe,
  read: (given) => (given === undefined ? undefined : given === true),
});

/** One of some words. */
export const word = <T extends string>(allowed: readonly T[], describe: string): Option<T | undefined> => ({
  type: 'string',
  describe,
  allowed,
  read(given, name) {
    const value = textIn(given, name);
    return value === undefined ? undefined : oneOf(name, value, allowed);
  },
});

/** Some of some words, as `list`. */
export const words = <T extends string>(allowed: readonly T[], describe: string): Option<readonly T[]> => ({
  type: 'string',
  array: true,
  describe,
  allowed,
  read: (given, name) => listIn(given, name).map((value) => oneOf(name, value, allowed)),
});

/** The formats of a command, the default one first. */
export const format = <T extends string>(first: T, ...others: readonly T[]): Option<T> => {
  const all = [first, ...others];
  const [other] = others;
  const describe = others.length === 1 ? `${first} (default) or ${other}` : `${all.join(', ')} (default: ${first})`;
  return { ...word(all, describe), alias: 'f', read: (given, name) => word(all, '').read(given, name) ?? first };
};

/** An option whose values have to have a form. @param assert throws AuditError `usage` */
export const checked = (
  option: Option<string | undefined>,
  assert: (value: string, name: string) => void,
): typeof option => ({
  ...option,
  read(given, name) {
    const value = option.read(given, name);
    if (value !== undefined) assert(value, name);
    return value;
  },
});
