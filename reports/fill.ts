import { isActive } from './text.ts';

/** What the placeholders of a check's fix stand for. */
export interface FixValues {
  readonly name: string;
  readonly id: string;
  readonly arn: string;
  readonly account: string;
  /** A region that can be put behind `--region`: never `global`. */
  readonly region: string;
  readonly partition: string;
}

const homeRegions: Readonly<Record<string, string>> = { 'aws-cn': 'cn-north-1', 'aws-us-gov': 'us-gov-west-1' };

/** The values of a finding. Global services are asked in their partition's home region. */
export function fixValues(
  finding: {
    readonly account: string;
    readonly region: string;
    readonly resource: { readonly name: string; readonly id: string; readonly arn: string };
  },
  partition: string,
): FixValues {
  const { name, id, arn } = finding.resource;
  const region =
    finding.region === 'global' || finding.region === 'unknown'
      ? (homeRegions[partition] ?? 'us-east-1')
      : finding.region;
  return { name, id, arn, account: finding.account, region, partition };
}

const placeholder = /\{(name|id|arn|account|region|partition)\}/y;

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
    Array.from(value, (c) => (c === '"' || c === '\\' ? `\\${c}` : isActive(c) ? `\\${unicode(c)}` : c))
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
      out += (writers[context] ?? writers.bare)(values[match[1] as keyof FixValues]);
      at += match[0].length;
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

const quoted = (value: string): string => (isActive(value) ? ansiC(value) : `'${value.replaceAll("'", `'\\''`)}'`);

const ansiC = (value: string): string =>
  `$'${Array.from(value, (c) => (c === "'" || c === '\\' ? `\\${c}` : isActive(c) ? bytes(c) : c)).join('')}'`;

/** Inside quotes: leaves them for the characters that can only be written as `$'…'`. */
const closing = (value: string, quote: string): string =>
  isActive(value) ? Array.from(value, (c) => (isActive(c) ? `${quote}${ansiC(c)}${quote}` : c)).join('') : value;

/** Bytes rather than code points: what they make does not depend on the shell's locale. */
const bytes = (character: string): string =>
  [...new TextEncoder().encode(character)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');

/** As Terraform writes it. */
function unicode(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code <= 0xffff ? `u${code.toString(16).padStart(4, '0')}` : `U${code.toString(16).padStart(8, '0')}`;
}
