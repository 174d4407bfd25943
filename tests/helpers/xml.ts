import type { NormalizedSchema } from '@smithy/core/schema';

type Random = () => number;
const oneOf = <T>(random: Random, values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;

const texts = [
  '',
  'plain',
  ' leading and trailing ',
  '\tonly a tab before',
  '   ',
  '\n  \n',
  'a & b < c > d "e" \'f\'',
  '&amp; already; &#65; &lt;tag/&gt;',
  'two\r\nlines\rand\nmore',
  'Zürich, Ελλάδα, 東京, 😀 and \u2028 \u0085',
  '{"Version":"2012-10-17","Statement":[]}',
  ']]> is no end',
  '<!-- no comment --><a>no element</a>',
  'true',
  '0017',
  '__proto__',
];
const keys = ['Policy', 'DisplayName', '__proto__', 'constructor', 'a & b', 'Ü'];
/** Of the size of what services send, and on both sides of where numbers end to be exact. */
const numbers = [0, 1, -17, 3.25, 1e21, 2 ** 53, -0.000001];
const times = ['2023-11-14T22:13:20.000Z', '2023-11-14T22:13:20.125Z', '1969-12-31T23:59:59.999Z'];
/** Structures that hold themselves end there. */
const deepest = 6;

/**
 * Some output that a schema allows: members left out, lists of none to three, texts with all that XML has to escape.
 * @returns plain values, `Date` for times and `Uint8Array` for bytes
 */
export function randomOutput(schema: NormalizedSchema, random: Random, depth = 0): unknown {
  const below = (inner: NormalizedSchema): unknown => randomOutput(inner, random, depth + 1);
  if (schema.isStructSchema()) {
    const output: Record<string, unknown> = {};
    if (depth > deepest) return output;
    for (const [name, member] of schema.structIterator()) {
      const { httpHeader, httpPrefixHeaders, httpResponseCode, httpPayload } = member.getMergedTraits();
      if ((httpHeader ?? httpPrefixHeaders ?? httpResponseCode) !== undefined) continue;
      if (httpPayload !== undefined || random() < 0.75) output[name] = below(member);
    }
    return output;
  }
  if (schema.isListSchema()) {
    const length = depth > deepest ? 0 : oneOf(random, [0, 1, 1, 2, 3]);
    return Array.from({ length }, () => below(schema.getValueSchema()));
  }
  if (schema.isMapSchema()) {
    const used = keys.filter(() => random() < 0.5);
    return Object.fromEntries(used.map((key) => [key, below(schema.getValueSchema())]));
  }
  if (schema.isTimestampSchema()) return new Date(oneOf(random, times));
  if (schema.isBooleanSchema()) return random() < 0.5;
  if (schema.isNumericSchema()) return oneOf(random, numbers);
  if (schema.isBlobSchema()) return Uint8Array.from({ length: oneOf(random, [0, 1, 2, 40]) }, () => random() * 256);
  return oneOf(random, texts);
}

/** A document in pieces: tags (`<a>`, `</a>`, `<a/>`) and the texts between them. */
const piecesOf = (xml: string): string[] => xml.match(/<\?.*?\?>|<[^>]*>|[^<]+/gs) ?? [];
const opens = (piece: string | undefined): boolean => /^<[^/?]/.test(piece ?? '') && !piece?.endsWith('/>');
const isTag = (piece: string | undefined): boolean => piece?.startsWith('<') === true && !piece.startsWith('<?');

/** Puts something between every two tags but those of an empty pair, where it would be the element's text. */
function between(xml: string, put: (next: string) => string): string {
  const pieces = piecesOf(xml);
  return pieces
    .map((piece, at) => {
      const before = pieces[at - 1];
      const apart = isTag(piece) && isTag(before) && !(opens(before) && piece.startsWith('</'));
      return apart ? put(piece) + piece : piece;
    })
    .join('');
}

const tagsOf = (xml: string, change: (tag: string) => string): string =>
  piecesOf(xml)
    .map((piece) => (opens(piece) || piece.endsWith('/>') ? change(piece) : piece))
    .join('');

const references: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plain = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/&#x([\dA-F]+);/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => references[name] ?? '');

const textsOf = (xml: string, change: (text: string) => string): string =>
  piecesOf(xml)
    .map((piece, at) => (piece.startsWith('<') || at < 2 ? piece : change(piece)))
    .join('');

/** A character that cannot stand for itself everywhere, as a reference. */
const plainless = (character: string): string =>
  '&<>\r\u0085\u2028'.includes(character) ? `&#x${(character.codePointAt(0) ?? 0).toString(16)};` : character;

const unknown = '<Unheard><Name>of</Name><Of a=">"/><member><member>it</member></member></Unheard>';

/** Other ways to write the same document. */
export const layouts: Readonly<Record<string, (xml: string) => string>> = {
  'lines and indentation': (xml) => between(xml, () => '\n  \t'),
  'lines of Windows': (xml) => between(xml, () => '\r\n    '),
  'lines in empty elements': (xml) => xml.replaceAll(/(<[^>/?]+>)(<\/)/g, '$1\n  $2'),
  'comments and instructions between elements': (xml) =>
    between(xml, () => '<!-- <Name>not</Name> & -- > --><?target <a> ?>'),
  'comments and instructions in texts': (xml) =>
    textsOf(xml, (text) => `<!--</Name> &lt;-->${text.replace(/^./s, (c) => (c === '&' ? c : `${c}<?a b?>`))}<!---->`),
  'comments in empty elements': (xml) => xml.replaceAll(/(<[^>/?]+>)(<\/)/g, '$1<!-- nothing -->$2'),
  'CDATA for texts': (xml) =>
    textsOf(xml, (text) => (/]]>|\r/.test(plain(text)) ? text : `<![CDATA[${plain(text)}]]>`)),
  'CDATA and text together': (xml) =>
    textsOf(xml, (text) => (/^[\w ]/.test(text) ? `<![CDATA[${text[0] ?? ''}]]>${text.slice(1)}<![CDATA[]]>` : text)),
  'numbers for characters': (xml) =>
    textsOf(xml, (text) =>
      Array.from(plain(text), (c, at) => (at % 2 === 0 ? `&#${c.codePointAt(0) ?? 0};` : plainless(c))).join(''),
    ),
  'attributes on elements': (xml) =>
    tagsOf(xml, (tag) => tag.replace(/^<[^\s>/]+/, `$& first="a > b / 'c'" second = '<"/>'\n third=""`)),
  'blanks in tags': (xml) => tagsOf(xml, (tag) => tag.replace(/(\/?>)$/, ' \n$1')).replaceAll(/(<\/[^>]+)>/g, '$1 \t>'),
  'empty elements closed at once': (xml) => xml.replaceAll(/<([^>/?\s]+)([^>/?]*)><\/\1>/g, '<$1$2 />'),
  'empty elements in pairs': (xml) => xml.replaceAll(/<([^>/?\s]+)([^>/?]*)\/>/g, '<$1$2></$1>'),
  'elements nobody knows': (xml) => between(xml, () => unknown),
  'a prolog, a comment and an instruction before, blanks and a comment after': (xml) =>
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<!-- <a> -->\n<?b?>\n${xml.replace(/^<\?.*?\?>/s, '')}\n<!-- end -->\n`,
  'a byte order mark': (xml) => `\ufeff${xml}`,
};
