import { partitionById } from '../src/partitions/partitions.ts';
import { needsEscape } from './text.ts';

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
}

/** The values of a finding. Global services are asked in their partition's home region. */
export function fixValues(
  finding: {
    readonly account: string;
    readonly region: string;
    readonly resource: { readonly name: string; readonly id: string; readonly arn: string };
    readonly observed?: unknown;
  },
  partition: string,
): FixValues {
  const { name, id, arn } = finding.resource;
  const region =
    finding.region === 'global' || finding.region === 'unknown' ? partitionById(partition).mainRegion : finding.region;
  return { name, id, arn, account: finding.account, region, partition, names: namesIn(finding.observed) };
}

/** What a verdict observed under `names`: the texts among them. */
function namesIn(observed: unknown): Record<string, string> {
  const names = (observed as { names?: unknown } | null | undefined)?.names;
  if (typeof names !== 'object' || names === null) return {};
  return Object.fromEntries(
    Object.entries(names).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

const placeholder = /\{(name|id|arn|account|region|partition)\}/y;
const capitals = /(?<![A-Za-z0-9_])[A-Z][A-Z0-9_]*(?![A-Za-z0-9_])/y;

/**
 * Fills the values into a POSIX shell command so that none of them can end its word or start another command: quoted
 * when it needs to be, escaped when the template has it in quotes, control characters written as `$'\x1b'`.
 */
export function fillShell(template: string, values: FixValues): string {
  return walk(template, values, {
    bare: (value) => (/^[\w@%+=:,./][\w@%+=:,./-]*$/.test(value) ? value : quoted(value)),
    "'": (value) =>
      value
        .split("'")
        .map((part) => closing(part, "'"))
        .join(`'\\''`),
    '"': (value) =>
      closing(
        value.replaceAll(/["\\$`!]/g, (c) => (c === '!' ? `"'!'"` : `\\${c}`)),
        '"',
      ),
  });
}

/** Fills the values into Terraform: escaped inside strings, as a string where the template has none. */
export function fillTerraform(template: string, values: FixValues): string {
  const escape = (value: string): string =>
    Array.from(value, (c) => (c === '"' || c === '\\' ? `\\${c}` : needsEscape(c) ? `\\${unicode(c)}` : c))
      .join('')
      .replaceAll(/[$%](?=\{)/g, '$&$&');
  return walk(template, values, { bare: (value) => `"${escape(value)}"`, '"': escape });
}

type Context = 'bare' | '"' | "'";
type Writers = { readonly bare: Write } & { readonly [K in Exclude<Context, 'bare'>]?: Write };
type Write = (value: string) => string;

/** Follows the quotes of a template and writes each placeholder as its surroundings need it. */
function walk(template: string, values: FixValues, writers: Writers): string {
  let context: Context = 'bare';
  let out = '';
  for (let at = 0; at < template.length;) {
    placeholder.lastIndex = at;
    const match = placeholder.exec(template);
    if (match !== null) {
      out += (writers[context] ?? writers.bare)(values[match[1] as Exclude<keyof FixValues, 'names'>]);
      at += match[0].length;
      continue;
    }
    capitals.lastIndex = at;
    const word = capitals.exec(template)?.[0];
    const known = word !== undefined && Object.hasOwn(values.names ?? {}, word) ? values.names?.[word] : undefined;
    if (word !== undefined && known !== undefined) {
      out += (writers[context] ?? writers.bare)(known);
      at += word.length;
      continue;
    }
    const character = template.charAt(at);
    if (character === '\\' && context !== "'") {
      out += template.slice(at, at + 2);
      at += 2;
      continue;
    }
    if (character === context) context = 'bare';
    else if (context === 'bare' && (character === '"' || (character === "'" && writers["'"] !== undefined)))
      context = character;
    out += character;
    at += 1;
  }
  return out;
}

const quoted = (value: string): string => (needsEscape(value) ? ansiC(value) : `'${value.replaceAll("'", `'\\''`)}'`);

const ansiC = (value: string): string =>
  `$'${Array.from(value, (c) => (c === "'" || c === '\\' ? `\\${c}` : needsEscape(c) ? bytes(c) : c)).join('')}'`;

/** Inside quotes: leaves them for the characters that can only be written as `$'…'`. */
const closing = (value: string, quote: string): string =>
  needsEscape(value) ? Array.from(value, (c) => (needsEscape(c) ? `${quote}${ansiC(c)}${quote}` : c)).join('') : value;

/** Bytes rather than code points: what they make does not depend on the shell's locale. */
const bytes = (character: string): string =>
  [...new TextEncoder().encode(character)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');

/** As Terraform writes it. */
function unicode(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code <= 0xffff ? `u${code.toString(16).padStart(4, '0')}` : `U${code.toString(16).padStart(8, '0')}`;
}
