import type { CollectionTag, Node, ScalarTag, YAMLMap } from 'yaml';
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Nested } from './decode.ts';
import { classifyPair } from './pair.ts';
import { namesName, namesValue } from './json-pairs.ts';
import { classifyName } from './names.ts';
import { eachTellingName } from './pairs.ts';
import type { Hit } from './types.ts';

/** What the tree of a template shows that its lines do not. */
export interface TemplateFinds {
  readonly hits: readonly Hit[];
  /** Texts that a template puts together of pieces, or writes with escapes, to be examined as they come out. */
  readonly parts: readonly Nested[];
}

const nothing: TemplateFinds = { hits: [], parts: [] };

/** CloudFormation takes templates of up to 1 MB. */
const longest = 2 * 1024 * 1024;

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html */
const functions =
  'And Base64 Cidr Contains Equals FindInMap GetAZs GetAtt If ImportValue Join Length Not Or Ref Select Split Sub ToJsonString Transform'.split(
    ' ',
  );

/** Known to the parser, so that it makes no warning of each. All values stay texts. */
const tags = functions.flatMap((name): (ScalarTag | CollectionTag)[] => {
  const tag = `!${name}`;
  return [
    { tag, resolve: (text) => text },
    { tag, collection: 'map' },
    { tag, collection: 'seq' },
  ];
});

/** No template is near it. A parser that runs out of stack may end the process, so it is not left to find out. */
const deepest = 200;

/** How often brackets, indents and the signs of lists stand inside each other, at most. Texts count too: better too much than too little. */
function depthOf(source: string): number {
  let [brackets, most] = [0, 0];
  const indents: number[] = [];
  for (const [, space = '', signs = ''] of source.matchAll(/^([ \t]*)((?:[-?:][ \t]+)*)/gm)) {
    while ((indents.at(-1) ?? -1) >= space.length) indents.pop();
    indents.push(space.length);
    most = Math.max(most, indents.length + signs.replaceAll(/[ \t]/g, '').length);
  }
  for (const [bracket] of source.matchAll(/[[\]{}]/g)) {
    brackets = Math.max(0, brackets + (bracket === '[' || bracket === '{' ? 1 : -1));
    most = Math.max(most, brackets);
  }
  return most;
}

/** What follows a name when lines alone do not tell its value: a function, a block, a list, a text of several lines. */
const laterValue =
  /^["']?[ \t]*:\s*(?:&\S{1,80}\s+)?(?:!(?:Base64|If|Join|Select|Split|Sub)\b|\{?\s*["']?Fn::(?:Base64|If|Join|Select|Split|Sub)\b|[|>][-+\d]{0,2}[ \t]*(?:#[^\n]*)?\r?\n|\[|["'][^"'\n]*\n|(?<=\n\s*)(?!["']?[\w.:/-]+["']?\s*:)\S)/;
/** The end of a piece, in a text put together of several. */
const laterPiece = /^(?:["']?[ \t]{0,4}[=:]|[ \t])[ \t]{0,4}(?:\\["'])?["'][ \t]{0,4}(?:,|\r?\n)/;
const isNamed = /\b(?:Name|Key|ParameterKey|OutputKey|EnvironmentVariable|Variable)["']?[ \t]*:[ \t]*["']?$/i;

/** Whether a tree can show anything: most templates name no secret, or nothing else than a parameter; parsing takes 2 s a megabyte. */
function isWorthParsing(source: string): boolean {
  const isYaml = !/^\s*\{/.test(source);
  for (const { name, start, end } of eachTellingName(source)) {
    // An escape before a name makes one word of both.
    const escaped = isYaml && source[start - 1] === '\\';
    if (classifyName(escaped ? name.slice(1) : name) === undefined) continue;
    if (escaped) return true;
    const after = source.slice(end, end + 400);
    if (laterValue.test(after) || laterPiece.test(after) || isNamed.test(source.slice(Math.max(0, start - 60), start)))
      return true;
  }
  return false;
}

/**
 * Secrets of a CloudFormation template, in YAML or JSON, by what its tree says: values that a function gives (`!Sub "x"`, `Fn::Join`,
 * `!If`), that stand in blocks and flow maps, or before their names. Of references nothing is known, so they are none.
 * What is no such document has nothing to show here.
 * @throws RangeError when it is too long or nested too deep to be examined
 */
export function templateFinds(source: string): TemplateFinds {
  if (!isWorthParsing(source)) return nothing;
  if (source.length > longest) throw new RangeError('the template is longer than any, so it was not examined in full');
  if (depthOf(source) > deepest)
    throw new RangeError('the template is nested too deep, so it was not examined in full');
  const { contents } = parseDocument(source, {
    schema: 'failsafe',
    customTags: tags,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const walk = new Walk(source);
  walk.node(contents, '');
  return walk;
}

interface Call {
  readonly name: string;
  readonly argument: unknown;
}

/** `!Sub x` and `Fn::Sub: x`; `Ref` is written without `Fn::`. */
function callOf(node: unknown): Call | undefined {
  if (!isScalar(node) && !isSeq(node) && !isMap(node)) return undefined;
  const name = node.tag?.startsWith('!') === true ? node.tag.slice(1) : '';
  const inside = inLongForm(node);
  // The argument of a short form is the node itself, which may be a long form.
  return functions.includes(name) ? { name, argument: inside ?? node } : inside;
}

function inLongForm(node: unknown): Call | undefined {
  if (!isMap(node) || node.items.length !== 1) return undefined;
  const key = textOf(node.items[0]?.key) ?? '';
  if (!key.startsWith('Fn::') && key !== 'Ref') return undefined;
  return { name: key.replace('Fn::', ''), argument: node.items[0]?.value };
}

const textOf = (node: unknown): string | undefined =>
  isScalar(node) && typeof node.value === 'string' ? node.value : undefined;

const itemsOf = (node: unknown): readonly unknown[] => (isSeq(node) ? node.items : []);

/** Stands for what is known only when the stack is made. */
const unknownPart = '${}';
const substitution = /\$\{([^${}]{0,300})\}/g;
const mostReplaced = 20;
const longestReplacement = 1024;

/** The text that a function gives, as far as it is known; undefined when nothing of it is. */
function literalOf(node: unknown): string | undefined {
  const call = isCall(node) ? node : callOf(node);
  if (call === undefined) return textOf(node);
  const { name, argument } = call;
  if (name === 'Sub') return substituted(argument);
  if (name === 'Base64')
    return isCall(argument) || callOf(argument)?.name !== name ? literalOf(argument) : textOf(argument);
  const [first, second] = itemsOf(argument);
  if (!isSeq(second) || callOf(second) !== undefined) return undefined;
  if (name === 'Join') return second.items.map((item) => literalOf(item) ?? unknownPart).join(textOf(first) ?? '');
  return name === 'Select' ? literalOf(second.items[Number(textOf(first))]) : undefined;
}

const isCall = (value: unknown): value is Call =>
  typeof value === 'object' && value !== null && 'argument' in value && !isMap(value);

/** Whether the text of a node reads otherwise than it stands in the source: it is put together, or written with escapes. */
function isMade(node: unknown, source: string): boolean {
  const call = isCall(node) ? node : callOf(node);
  if (call !== undefined && (isSeq(call.argument) || call.argument !== node))
    return isSeq(call.argument) || isMade(call.argument, source);
  if (!isScalar(node) || node.type !== 'QUOTE_DOUBLE') return false;
  return source.slice(...(node.range ?? [0, 0])).includes('\\');
}

function substituted(argument: unknown): string | undefined {
  if (!isSeq(argument)) return textOf(argument);
  const [text, values] = argument.items;
  if (!isMap(values)) return textOf(text);
  let replaced = 0;
  return textOf(text)?.replaceAll(substitution, (all, name: string) => {
    const value = literalOf(values.items.find(({ key }) => textOf(key) === name)?.value);
    return value === undefined || value.length > longestReplacement || (replaced += 1) > mostReplaced ? all : value;
  });
}

/** Goes through a template and keeps what it finds. */
class Walk implements TemplateFinds {
  readonly hits: Hit[] = [];
  readonly parts: Nested[] = [];
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  /** @param under the name that the node's values stand under */
  node(node: unknown, under: string): void {
    const call = callOf(node);
    if (call !== undefined) this.#call(node as Node, call, under);
    else if (isScalar(node)) {
      const text = textOf(node) ?? '';
      this.#classify(node, text, under);
      if (isMade(node, this.#source)) this.#part(node, text);
    } else if (isSeq(node)) for (const item of node.items) this.node(item, under);
    else if (isMap(node)) this.#members(node, under);
  }

  #members(map: YAMLMap, under: string): void {
    const named = map.items.find(({ key }) => namesName.test(textOf(key) ?? ''));
    const name = literalOf(named?.value) ?? under;
    for (const { key, value } of map.items) {
      const own = textOf(key) ?? '';
      this.node(value, namesValue.test(own) ? name : own);
    }
  }

  #call(node: Node, { name, argument }: Call, under: string): void {
    const items = itemsOf(argument);
    if (name === 'If') for (const branch of items.slice(1)) this.node(branch, under);
    else if (name === 'ToJsonString' || name === 'Transform') this.#inside(argument, under);
    else if (name === 'FindInMap') for (const options of items.slice(3)) this.node(options, under);
    else {
      const literal = literalOf({ name, argument });
      if (literal !== undefined) {
        this.#classify(node, literal, under);
        if (isMade(node, this.#source)) this.#part(node, literal);
      }
      // Values of `Fn::Sub`, and what stands in the pieces of others.
      if (name === 'Sub' && isMap(items[1])) this.#members(items[1], under);
      if (name === 'Base64' && literal === undefined) this.#inside(argument, under);
      if (name === 'Join' || name === 'Select')
        for (const piece of itemsOf(items[1])) if (callOf(piece)?.name === 'If') this.node(piece, under);
    }
  }

  /** What a function is given, which may be the very node that has the function's tag. */
  #inside(argument: unknown, under: string): void {
    if (isCall(argument)) this.#call(argument.argument as Node, argument, under);
    else if (isMap(argument)) this.#members(argument, under);
    else if (isSeq(argument)) for (const item of argument.items) this.node(item, under);
    else this.node(argument, under);
  }

  #classify(node: Node, text: string, under: string): void {
    const [start, end] = this.#rangeOf(node);
    const known = text.replaceAll(substitution, '').replaceAll(/\{\{resolve:[^\n]{0,400}?\}\}/g, '');
    if (known === text) {
      const judged = classifyPair(under, text);
      if (judged !== undefined) this.hits.push({ ...judged, start, end });
    } else if (known.trim().length >= 8 && !/^(?:arn:|[a-z][a-z\d+.-]{1,20}:\/\/)/i.test(text)) {
      // Words around a reference make a name: `${Stage}-db-password`.
      const judged = classifyPair(under, known);
      if (judged?.confidence === 'high') this.hits.push({ ...judged, start, end });
    }
  }

  #part(node: Node, text: string): void {
    if (text.length < 8) return;
    const [start, end] = this.#rangeOf(node);
    this.parts.push({ text, start, end, body: true });
  }

  /** Where a value begins, without its quote or the sign of a block, and where it ends. */
  #rangeOf(node: Node): [start: number, end: number] {
    const [from = 0, to = 0] = node.range ?? [];
    const lead = /^(?:[|>][^\n]*\n\s*|["'])/.exec(this.#source.slice(from, Math.min(to, from + 2000)));
    return [Math.min(from + (lead?.[0].length ?? 0), Math.max(from, to - 1)), to];
  }
}
