import type { WireAnswer } from '../../src/stand-in/encode.ts';

/** Makes a whole answer one that no service sends; undefined where the answer has nothing of the kind. */
export type Spoil = (answer: WireAnswer) => WireAnswer | undefined;

const text = ({ body }: WireAnswer): string => Buffer.from(body).toString('utf8');

/** A way that rewrites the body; the same body means that it does not apply. */
const rewriting =
  (change: (text: string) => string): Spoil =>
  (answer) => {
    const before = text(answer);
    const after = change(before);
    return after === before ? undefined : { ...answer, body: Buffer.from(after) };
  };

const withStatus =
  (status: number): Spoil =>
  (answer) => ({ ...answer, status });

/** What any protocol's answer can be turned into. */
export const anyway: Readonly<Record<string, Spoil>> = {
  'HTTP 201': withStatus(201),
  'HTTP 202': withStatus(202),
  'HTTP 204': withStatus(204),
  'HTTP 204 without a body': (answer) => ({ ...answer, status: 204, body: Buffer.alloc(0) }),
  'HTTP 206': withStatus(206),
  'an error in JSON': rewriting(() => '{"__type":"com.amazonaws.coral.service#InternalFailure","message":"no"}'),
  'an error of a gateway': rewriting(() => '{"message":"Forbidden"}'),
  'an error in JSON, of another kind': rewriting(() => '{"Error":{"Code":"InternalError","Message":"no"}}'),
  'an error in XML': rewriting(() => '<Error><Code>InternalError</Code><Message>no</Message></Error>'),
  'an error of the query protocol': rewriting(
    () => '<ErrorResponse><Error><Type>Receiver</Type><Code>InternalFailure</Code></Error></ErrorResponse>',
  ),
  'an error of EC2': rewriting(
    () => '<Response><Errors><Error><Code>InternalError</Code></Error></Errors><RequestID>1</RequestID></Response>',
  ),
  'something after it': rewriting((whole) => `${whole}<p>served by proxy 7</p>`),
  'it twice': rewriting((whole) => `${whole}${whole.replace(/^<\?.*?\?>\s*/s, '')}`),
  'brackets without end': rewriting(() => '['.repeat(100_000)),
};

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

const isObject = (value: Json): value is { [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Rewrites every value below the root for which `change` gives another. */
function everywhere(value: Json, change: (value: Json) => Json): Json {
  const below = (inner: Json): Json => {
    const changed = change(inner);
    return changed === inner ? everywhere(inner, change) : changed;
  };
  if (Array.isArray(value)) return value.map(below);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, below(inner)]));
}

const inJson = (change: (value: { [name: string]: Json }) => Json): Spoil =>
  rewriting((whole) => JSON.stringify(change(JSON.parse(whole) as { [name: string]: Json })));

const everyJson = (change: (value: Json) => Json): Spoil => inJson((value) => everywhere(value, change));

const otherCase = (name: string): string =>
  /^[a-z]/.test(name) ? name.charAt(0).toUpperCase() + name.slice(1) : name.charAt(0).toLowerCase() + name.slice(1);

const entries = (change: (list: Json[]) => Json): Spoil =>
  inJson((value) =>
    Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        name,
        Array.isArray(inner) && inner.some(isObject) ? change(inner) : inner,
      ]),
    ),
  );

export const json: Readonly<Record<string, Spoil>> = {
  'a list at its top': rewriting((whole) => `[${whole}]`),
  'a text at its top': rewriting((whole) => JSON.stringify(whole)),
  'a number': rewriting(() => '1'),
  null: rewriting(() => 'null'),
  'an error beside the members': inJson((value) => ({ ...value, __type: 'ServiceUnavailableException' })),
  'members in another case': inJson((value) =>
    Object.fromEntries(Object.entries(value).map(([name, inner]) => [otherCase(name), inner])),
  ),
  'members in capitals': inJson((value) =>
    Object.fromEntries(Object.entries(value).map(([name, inner]) => [name.toUpperCase(), inner])),
  ),
  'members of entries in another case': entries((list) =>
    list.map((each) =>
      isObject(each) ? Object.fromEntries(Object.entries(each).map(([name, inner]) => [otherCase(name), inner])) : each,
    ),
  ),
  'members of another operation': rewriting(() => '{"Widgets":[{"WidgetId":"w-1"}],"NextToken":null}'),
  'a token and members of another operation': rewriting(() => '{"Widgets":[{"WidgetId":"w-1"}],"NextToken":"more"}'),
  'a text for lists': everyJson((value) => (Array.isArray(value) ? '' : value)),
  'an object for lists': everyJson((value) => (Array.isArray(value) ? {} : value)),
  'objects by number for lists': everyJson((value) =>
    Array.isArray(value) && value.length > 0 ? { '0': value[0] ?? null } : value,
  ),
  'true for lists': everyJson((value) => (Array.isArray(value) ? true : value)),
  'null in lists': everyJson((value) => (Array.isArray(value) ? [...value, null] : value)),
  'lists in lists': everyJson((value) => (Array.isArray(value) && value.length > 0 ? [value] : value)),
  'texts in lists of objects': everyJson((value) => (Array.isArray(value) && value.some(isObject) ? ['a'] : value)),
  'empty objects in lists': entries((list) => [...list, {}]),
  'entries without any text': entries((list) => [...list, withoutTexts(list[0] ?? null)]),
  'a text for objects': everyJson((value) => (isObject(value) ? 'text' : value)),
  'a list for objects': everyJson((value) => (isObject(value) ? [value] : value)),
  'truth values in texts': everyJson((value) => (typeof value === 'boolean' ? String(value) : value)),
  'truth values in numbers': everyJson((value) => (typeof value === 'boolean' ? Number(value) : value)),
  'numbers in texts': everyJson((value) => (typeof value === 'number' ? String(value) : value)),
  'no number': everyJson((value) => (typeof value === 'number' ? 'NaN' : value)),
  'numbers for texts': everyJson((value) => (typeof value === 'string' ? 1 : value)),
  'objects for texts': everyJson((value) => (typeof value === 'string' ? {} : value)),
  'a member twice': rewriting((whole) => whole.replace(/^\{("(?:[^"\\]|\\.)*"):/, '{$1:null,$1:')),
  'a member of an entry twice': rewriting((whole) => whole.replace(/(\[\{)("(?:[^"\\]|\\.)*"):/, '$1$2:null,$2:')),
};

/** Where it holds no text itself, as one of several members does, those that its members hold. */
function withoutTexts(value: Json): Json {
  if (!isObject(value)) return value;
  const rest = Object.entries(value).filter(([, inner]) => typeof inner !== 'string');
  const own = rest.length < Object.keys(value).length;
  return Object.fromEntries(own ? rest : rest.map(([name, inner]) => [name, withoutTexts(inner)]));
}

const requestId = /<requestId>[^<]*<\/requestId>|<ResponseMetadata>.*?<\/ResponseMetadata>/s;
const root = /^((?:<\?.*?\?>\s*)?<[^>]+>)(.*)(<\/[^>]+>)$/s;
const result = /^(.*?<\w+Result>)(.*)(<\/\w+Result>.*)$/s;

/** Rewrites what is in the result, or in the root where there is none, the request's id left alone. */
function within(change: (content: string) => string): Spoil {
  return rewriting((whole) => {
    const [, before = '', content, after = ''] = (result.exec(whole) ?? root.exec(whole) ?? []) as (
      | string
      | undefined
    )[];
    if (content === undefined) return whole;
    const [id = ''] = content.match(requestId) ?? [];
    const rest = content.replace(requestId, '');
    return rest === '' ? whole : before + id + change(rest) + after;
  });
}

/** The first element within that holds `<member>`, `<item>` or the like, i.e. a list. */
const list = /<(\w+)><(member|item|\w+)>(?=<)/;

export const xml: Readonly<Record<string, Spoil>> = {
  'its content in a comment': within((content) => `<!-- ${content} -->`),
  'its content in CDATA': within((content) => `<![CDATA[${content}]]>`),
  'its content in an instruction': within((content) => `<?${content}?>`),
  'its content as a text': within((content) => content.replaceAll('<', '&lt;')),
  'a comment beside the content': within((content) => `<!-- cut --> ${content}`),
  'a text beside the content': within((content) => `ok ${content}`),
  'members in another case': within((content) =>
    content.replaceAll(
      /<(\/?)(\w)(\w*)/g,
      (_, slash: string, first: string, rest: string) => `<${slash}${otherCase(first)}${rest}`,
    ),
  ),
  'no truth values: yes': rewriting((whole) => whole.replaceAll('>true<', '>yes<')),
  'no truth values: 1': rewriting((whole) => whole.replaceAll('>true<', '>1<')),
  'no truth values: TRUE': rewriting((whole) => whole.replaceAll('>true<', '>TRUE<')),
  'no number: NaN': rewriting((whole) => whole.replaceAll('>1<', '>NaN<')),
  'no number: many': rewriting((whole) => whole.replaceAll('>1<', '>many<')),
  'no number: 0x1': rewriting((whole) => whole.replaceAll('>1<', '>0x1<')),
  'the items of another protocol': within((content) =>
    content.includes('<item>')
      ? content.replaceAll(/(<\/?)item>/g, '$1member>')
      : content.replaceAll(/(<\/?)member>/g, '$1item>'),
  ),
  'a text for a list': rewriting((whole) => whole.replace(/<(\w+)><(item|member)>.*<\/\2><\/\1>/s, '<$1>none</$1>')),
  'an item without content': rewriting((whole) => whole.replace(/<(\w+)><(item|member)>(?=<)/, '<$1><$2/><$2>')),
  'the same list twice': within((content) =>
    list.test(content) && /<(item|member)>/.test(content) ? content + content : content,
  ),
  'another namespace': rewriting((whole) => whole.replace(/xmlns="[^"]*"/, 'xmlns="http://example.com/"')),
  'another root': rewriting((whole) =>
    whole
      .replace(/<(\/?)(\w+)([^>]*)>(?=\s*<|$)/, '<$1GetWidgetsResponse$3>')
      .replace(/<\/\w+>$/, '</GetWidgetsResponse>'),
  ),
  'a document type': rewriting((whole) => whole.replace(/^(<\?.*?\?>\s*)?/s, '$1<!DOCTYPE html>')),
};

/** Of the query protocols: the root alone, which says that there was an answer, and not which. */
export const query: Readonly<Record<string, Spoil>> = {
  'the root alone': rewriting((whole) => whole.replace(root, '$1$3')),
  'the result in another case': rewriting((whole) =>
    whole.replaceAll(
      /(<\/?)(\w+)(Result>)/g,
      (_, open: string, name: string, end: string) => `${open}${otherCase(name)}${end}`,
    ),
  ),
};
