/** What a line of a fix changes. */
export interface Change {
  /** Service, operation and the names of its options: `s3api put-bucket-policy --bucket --policy`. */
  readonly what: string;
  /** The values of the options that say which thing is meant, in order. */
  readonly names: readonly string[];
}

const words = /(?:[^\s'"\\]+|'[^']*'|"(?:\\.|[^"\\])*"|\\.)+/g;

/** Options that say which thing is meant, by the last word of their names. */
const naming = /(?:^|-)(?:arns?|bucket|ids?|identifiers?|keys?|names?|numbers?|urls?)$/;

const unquoted = (word: string): string =>
  word.endsWith("'") || word.endsWith('"') ? word.replace(/^\$?'([^]*)'$|^"([^]*)"$/, '$1$2') : word;

/** What the AWS CLI command of a line changes; undefined when it is none. The region is no part of it. */
export function changeOf(line: string): Change | undefined {
  const [aws, service, operation, ...rest] = line.match(words) ?? [];
  if (aws !== 'aws' || service === undefined || operation === undefined) return undefined;
  const options: string[] = [];
  const names: string[] = [];
  let option = '';
  for (const word of rest) {
    const plain = unquoted(word);
    const [, name, value] = plain.startsWith('--') ? (/^--([a-z][a-z0-9-]*)(?:=(.*))?$/s.exec(plain) ?? []) : [];
    if (name !== undefined) {
      option = name;
      if (name !== 'region') options.push(`--${name}`);
      if (value !== undefined && naming.test(name)) names.push(value);
    } else if (naming.test(option)) names.push(plain);
  }
  return { what: [service, operation, ...options].join(' '), names };
}

const quoted = /'([^']*)'|"((?:\\.|[^"\\])*)"|\\(.)|([^'"\\]+)/gs;

/** A word as the shell gives it to a program. */
const spoken = (word: string): string =>
  [...word.matchAll(quoted)]
    .map(
      ([, single, double, escaped, bare]) =>
        single ?? double?.replaceAll(/\\(["\\$`])/g, '$1') ?? escaped ?? bare ?? '',
    )
    .join('');

/** The options of a command by their names, with their values as the AWS CLI gets them. */
export function optionsOf(line: string): Readonly<Record<string, string>> {
  const given: Record<string, string> = {};
  let option = '';
  for (const word of (line.match(words) ?? []).slice(3)) {
    const [, name, value] = /^--([a-z][a-z0-9-]*)(?:=(.*))?$/s.exec(word) ?? [];
    if (name !== undefined) given[(option = name)] = spoken(value ?? '');
    else if (option !== '') given[option] = given[option] === '' ? spoken(word) : `${given[option]} ${spoken(word)}`;
  }
  return given;
}

const region = /\s--region(?:\s+|=)\S+/g;

/** A command as it is in every region. */
export const withoutRegion = (line: string): string => line.replaceAll(region, '');

/** The last words of what stands in capitals for a value that no answer held: `KEY_ARN`. */
const asked =
  /(?<![A-Za-z0-9_])(?:[A-Z0-9]+_)*(?:ACCOUNT|ARN|BUCKET|CODE|DOCUMENT|EMAIL|GROUP|ID|KEY|NAME|PHONE|POLICY|PORT|REGION|SERIAL|TITLE|VERSION|VPC|XML)(?![A-Za-z0-9_])/;

/** Whether a command has words in capitals in place of values that have to be filled in. */
export const asksForValues = (cli: string): boolean => twoCapitals.test(cli) && asked.test(cli);

/** Hardly a command has any: it is looked at no closer. */
const twoCapitals = /[A-Z]{2}/;

/** Lines without those that change a part of what another one changes: two lists in JSON, one of which holds the other. */
export function withoutParts(lines: readonly string[]): string[] {
  const distinct = [...new Set(lines)];
  if (distinct.length < 2 || distinct.length > mostCompared) return distinct;
  const split = distinct.map(listIn);
  return distinct.filter((_, at) => {
    const own = split[at];
    return !split.some((other, i) => i !== at && own !== undefined && other !== undefined && holds(other, own));
  });
}

/** More lines than these nobody pastes one by one. */
const mostCompared = 50;

interface Listed {
  readonly around: string;
  readonly list: ReadonlySet<string>;
}

/** A command that has one list in JSON, and what is around it. */
function listIn(line: string): Listed | undefined {
  const [quoted, json = ''] = /'(\[[^']*\])'/.exec(line) ?? [];
  if (quoted === undefined) return undefined;
  try {
    const list = JSON.parse(json) as readonly unknown[];
    return { around: line.replace(quoted, ''), list: new Set(list.map((each) => JSON.stringify(each))) };
  } catch {
    return undefined;
  }
}

const holds = (whole: Listed, part: Listed): boolean =>
  whole.around === part.around &&
  whole.list.size > part.list.size &&
  [...part.list].every((each) => whole.list.has(each));
