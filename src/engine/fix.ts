import { partitionById } from '../partitions/partitions.ts';
import { insideString } from '../text/hcl.ts';
import { insideQuotes, word } from '../text/shell.ts';
import type { ExactFix, Fix } from './check.ts';

/** What the placeholders of a check's fix stand for. */
export interface FixValues {
  readonly name: string;
  readonly id: string;
  readonly arn: string;
  readonly account: string;
  /** A region that can be put behind `--region`: never `global`. */
  readonly region: string;
  readonly partition: string;
  /** For words in capitals that a check found out beside the resource itself: `{ TOPIC_ARN: 'arn:…' }`. */
  readonly names?: Readonly<Record<string, string>>;
  /** Other texts of the resource, by their names in its item. */
  readonly fields?: Readonly<Record<string, string>>;
}

interface Found {
  readonly account: string;
  readonly region: string;
  readonly resource: { readonly name: string; readonly id: string; readonly arn: string };
  readonly observed?: unknown;
  readonly fix?: ExactFix;
}

/**
 * What to do about one finding: what its verdict says, else what its check says of all, with the names of the finding.
 * Commands can be pasted into a POSIX shell.
 */
export function fixOf(finding: Found, general: Fix, partition: string): Fix {
  const values = fixValues(finding, partition);
  if (finding.fix === undefined) return fillIn(general, values);
  const { note, ...commands } = finding.fix;
  const text = note === undefined ? general.text : `${general.text} ${note}`;
  // Exact commands say nothing against a snippet for all.
  const snippet = general.terraform === undefined ? {} : { terraform: fillTerraform(general.terraform, values) };
  return { text, ...snippet, ...commands };
}

/** The commands of a check's fix alone, with values for their placeholders. */
export const fillCommands = (cli: string, values: FixValues): string =>
  withRegion(fillShell(cli, values), values.region);

/** A fix with values for its placeholders, and a region for each command that needs one. */
export function fillIn({ text, cli, terraform }: Fix, values: FixValues): Fix {
  return {
    text,
    ...(cli === undefined ? {} : { cli: fillCommands(cli, values) }),
    ...(terraform === undefined ? {} : { terraform: fillTerraform(terraform, values) }),
  };
}

/**
 * Services with one endpoint for all regions of a partition: their commands go there whatever the region.
 * https://docs.aws.amazon.com/general/latest/gr/rande.html#global-endpoints
 */
const withoutRegion = new Set(['account', 'cloudfront', 'iam', 'organizations', 'route53', 'shield']);

/** Names the region in the commands that do not. A line is a command: no value leaves a line break in one. */
export const withRegion = (cli: string, region: string): string =>
  cli.includes('\n')
    ? cli
        .split('\n')
        .map((line) => lineWithRegion(line, region))
        .join('\n')
    : lineWithRegion(cli, region);

function lineWithRegion(line: string, region: string): string {
  const service = /^aws ([\w-]+) /.exec(line)?.[1];
  return service === undefined || withoutRegion.has(service) || /\s--region\s/.test(line)
    ? line
    : `${line} --region ${word(region)}`;
}

/**
 * The region in which a finding's commands are run: global services are asked in their partition's home region. Capitals where the
 * region could not be read.
 */
export const regionFor = (region: string, partition: string): string =>
  region === 'global' ? partitionById(partition).mainRegion : region === 'unknown' ? 'REGION' : region;

/** The values of a finding. */
export function fixValues(finding: Found, partition: string): FixValues {
  const { name, id, arn } = finding.resource;
  const region = regionFor(finding.region, partition);
  return { name, id, arn, account: finding.account, region, partition, names: namesIn(finding.observed) };
}

/** What a verdict observed under `names`: the texts among them. */
export function namesIn(observed: unknown): Record<string, string> {
  const names = (observed as { names?: unknown } | null | undefined)?.names;
  if (typeof names !== 'object' || names === null) return {};
  return Object.fromEntries(
    Object.entries(names).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

const common = ['name', 'id', 'arn', 'account', 'region', 'partition'] as const;
const isCommon = (name: string): name is (typeof common)[number] => common.some((each) => each === name);
/** Not after `$`: those are a shell's or Terraform's own. */
const placeholder = /(?<!\$)\{([a-z][A-Za-z0-9]*)\}/y;
const capitals = /(?<![A-Za-z0-9_])[A-Z][A-Z0-9_]*(?![A-Za-z0-9_])/y;

/** The placeholders of a fix that only the resource's item can fill. */
export const itemFields = ({ cli = '', terraform = '' }: Fix): string[] => [
  ...new Set(
    [...`${cli}\n${terraform}`.matchAll(new RegExp(placeholder, 'g'))].flatMap(([, name = '']) =>
      isCommon(name) ? [] : [name],
    ),
  ),
];

/**
 * Fills the values into a POSIX shell command so that none of them can end its word or start another command: quoted
 * when it needs to be, escaped when the template has it in quotes, control characters written as `$'\x1b'`.
 */
export const fillShell = (template: string, values: FixValues): string =>
  walk(template, values, {
    bare: word,
    "'": (value) => insideQuotes(value, "'"),
    '"': (value) => insideQuotes(value, '"'),
  });

/** Fills the values into Terraform: escaped inside strings, as a string where the template has none. */
export const fillTerraform = (template: string, values: FixValues): string =>
  walk(template, values, { bare: (value) => `"${insideString(value)}"`, '"': insideString });

type Context = 'bare' | '"' | "'";
type Writers = { readonly bare: Write } & { readonly [K in Exclude<Context, 'bare'>]?: Write };
type Write = (value: string) => string;

/** A piece of a template: text, or what may stand for a value, in its quotes. */
type Piece = string | { readonly whole: string; readonly name: string; readonly context: Context };

const split = { shell: new Map<string, readonly Piece[]>(), terraform: new Map<string, readonly Piece[]>() };

/** A template follows its quotes once; each placeholder is written as its surroundings need it. */
function walk(template: string, values: FixValues, writers: Writers): string {
  const known = writers["'"] === undefined ? split.terraform : split.shell;
  let pieces = known.get(template);
  if (pieces === undefined) known.set(template, (pieces = piecesOf(template, writers["'"] !== undefined)));
  let out = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      out += piece;
      continue;
    }
    const value = valueOf(piece.name, values);
    out += value === undefined ? piece.whole : (writers[piece.context] ?? writers.bare)(value);
  }
  return out;
}

function valueOf(name: string, values: FixValues): string | undefined {
  if (isCommon(name)) return values[name];
  const from = /^[A-Z]/.test(name) ? values.names : values.fields;
  return from !== undefined && Object.hasOwn(from, name) ? from[name] : undefined;
}

function piecesOf(template: string, singleQuotes: boolean): Piece[] {
  const pieces: Piece[] = [];
  let context: Context = 'bare';
  let text = '';
  const add = (whole: string, name: string): void => {
    if (text !== '') pieces.push(text);
    text = '';
    pieces.push({ whole, name, context });
  };
  for (let at = 0; at < template.length;) {
    placeholder.lastIndex = at;
    const match = placeholder.exec(template);
    if (match !== null) {
      const [whole, name = ''] = match;
      add(whole, name);
      at += whole.length;
      continue;
    }
    capitals.lastIndex = at;
    const word = capitals.exec(template)?.[0];
    if (word !== undefined) {
      add(word, word);
      at += word.length;
      continue;
    }
    const character = template.charAt(at);
    if (character === '\\' && context !== "'") {
      text += template.slice(at, at + 2);
      at += 2;
      continue;
    }
    if (character === context) context = 'bare';
    else if (context === 'bare' && (character === '"' || (character === "'" && singleQuotes))) context = character;
    text += character;
    at += 1;
  }
  if (text !== '') pieces.push(text);
  return pieces;
}
