import { mergeIntervals, parseCidr, subtractIntervals, type Interval } from './cidr.ts';

/**
 * A small reader of Suricata rules, as far as tells what a rule does with which traffic:
 * https://docs.suricata.io/en/latest/rules/intro.html. The text is somebody's: it is read once, from left to right.
 */
export interface SuricataRule {
  /** In lower case, as protocol: `pass`, `drop`, `reject`, `alert`. */
  readonly action: string;
  readonly protocol: string;
  readonly source: string;
  readonly sourcePort: string;
  readonly destination: string;
  readonly destinationPort: string;
  readonly options: readonly SuricataOption[];
}

export interface SuricataOption {
  /** In lower case. */
  readonly keyword: string;
  readonly value: string;
}

/** What names stand for: `$HOME_NET` is `HOME_NET` here. */
export interface Variables {
  readonly addresses: Readonly<Record<string, readonly string[]>>;
  readonly ports: Readonly<Record<string, readonly string[]>>;
}

/** More than AWS takes: what is longer is no rule of it (https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_RulesSource.html). */
const longest = 2_000_000;

/** The rules of a text, and how many of its lines are none that this reads. */
export function readSuricata(text: string): { readonly rules: readonly SuricataRule[]; readonly unread: number } {
  if (text.length > longest) return { rules: [], unread: 1 };
  const rules: SuricataRule[] = [];
  let unread = 0;
  for (const line of linesOf(text)) {
    const rule = readRule(line);
    if (rule === undefined) unread++;
    else rules.push(rule);
  }
  return { rules, unread };
}

/** Lines that hold a rule; a backslash at the end of one continues it on the next. */
function* linesOf(text: string): Iterable<string> {
  let before: string[] = [];
  for (const raw of text.split(/\r\n|\r|\n/)) {
    const line = raw.trim();
    if (before.length === 0 && (line === '' || line.startsWith('#'))) continue;
    if (line.endsWith('\\')) {
      before.push(line.slice(0, -1));
      continue;
    }
    yield [...before, line].join(' ').trim();
    before = [];
  }
  if (before.length > 0) yield before.join(' ').trim();
}

/** A rule with its seven words and its options; undefined where it is none. */
export function readRule(line: string): SuricataRule | undefined {
  const words: string[] = [];
  let word = '';
  let depth = 0;
  let at = 0;
  for (; at < line.length; at++) {
    const sign = line[at] ?? '';
    if (sign === '(' && depth === 0) break;
    if (sign === '[') depth++;
    if (sign === ']') depth--;
    const blank = sign === ' ' || sign === '\t';
    if (!blank) word += sign;
    // Blanks within a list are part of it.
    if (blank && depth === 0 && word !== '') {
      words.push(word);
      word = '';
    }
  }
  if (word !== '') words.push(word);
  const [action, protocol, source, sourcePort, direction, destination, destinationPort, ...more] = words;
  if (destinationPort === undefined || more.length > 0 || depth !== 0) return undefined;
  if (direction !== '->' && direction !== '<>') return undefined;
  if (action === undefined || protocol === undefined || source === undefined) return undefined;
  if (sourcePort === undefined || destination === undefined) return undefined;
  const options = at < line.length ? readOptions(line.slice(at + 1)) : [];
  if (options === undefined) return undefined;
  return {
    action: action.toLowerCase(),
    protocol: protocol.toLowerCase(),
    source,
    sourcePort,
    destination,
    destinationPort,
    options,
  };
}

/** Options up to the closing parenthesis; a quoted value may hold anything, a backslash escapes what follows. */
function readOptions(text: string): SuricataOption[] | undefined {
  const options: SuricataOption[] = [];
  let start = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '\\') at++;
    else if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === ';') {
      options.push(optionOf(text.slice(start, at)));
      start = at + 1;
    } else if (!quoted && sign === ')' && text.slice(at + 1).trim() === '') {
      if (text.slice(start, at).trim() !== '') options.push(optionOf(text.slice(start, at)));
      return options;
    }
  }
  return undefined;
}

const optionOf = (text: string): SuricataOption => {
  const colon = text.indexOf(':');
  const [keyword, value] = colon === -1 ? [text, ''] : [text.slice(0, colon), text.slice(colon + 1)];
  return { keyword: keyword.trim().toLowerCase(), value: value.trim() };
};

/** Options that say something about a rule and nothing about the traffic that it takes. */
const remarks = new Set('msg sid rev gid classtype reference priority metadata target noalert requires'.split(' '));
/** Of a flow, what each connection has at some time. */
const anyFlow = new Set('established to_server from_client to_client from_server stateless'.split(' '));

/** Whether an option leaves out some of the traffic that the rule's words name. */
const narrows = ({ keyword, value }: SuricataOption): boolean =>
  keyword === 'flow'
    ? value.split(',').some((part) => !anyFlow.has(part.trim().toLowerCase()))
    : keyword !== '' && !remarks.has(keyword);

/** Protocols that are all traffic, or all of a transport. */
const whole = new Set(['ip', 'tcp', 'udp', 'any']);

/** Whether a rule takes everything from everywhere to everywhere, of all protocols or of TCP or UDP. */
export const takesEverything = (rule: SuricataRule, variables: Variables): boolean =>
  whole.has(rule.protocol) &&
  !rule.options.some(narrows) &&
  everywhere(rule.source, variables) &&
  everywhere(rule.destination, variables) &&
  everyPort(rule.sourcePort, variables) &&
  everyPort(rule.destinationPort, variables);

/** How many names may lead to another one, and how deep lists may be in lists. */
const deepest = 8;

/** Whether an address expression is everything but a few: `any`, `0.0.0.0/0`, `!10.0.0.5`, both halves. */
function everywhere(text: string, { addresses }: Variables): boolean {
  const held = (family: 'ipv4' | 'ipv6') => {
    const all = { first: 0n, last: (1n << (family === 'ipv4' ? 32n : 128n)) - 1n };
    const set = setOf(text, addresses, all, (word) => {
      const cidr = parseCidr(word);
      return cidr === undefined ? undefined : cidr.family === family ? [cidr] : [];
    });
    return { none: set === undefined || set.length === 0, everything: nearlyAll(set, all) };
  };
  const ipv4 = held('ipv4');
  // What takes out a part of IPv4 leaves all of IPv6, which nobody meant: that counts where nothing else is named.
  return ipv4.everything || (ipv4.none && held('ipv6').everything);
}

/** The same of ports. */
function everyPort(text: string, { ports }: Variables): boolean {
  const all = { first: 0n, last: 65535n };
  const one = (word: string): Interval[] | undefined => {
    const [, from, colon, to] = /^(\d{0,5})(:?)(\d{0,5})$/.exec(word) ?? [];
    if (from === undefined || word === '' || word === ':') return undefined;
    const first = from === '' ? 0n : BigInt(from);
    return [{ first, last: colon === '' ? first : to === undefined || to === '' ? 65535n : BigInt(to) }];
  };
  return nearlyAll(setOf(text, ports, all, one), all);
}

/** All but one in 256. */
const nearlyAll = (set: readonly Interval[] | undefined, all: Interval): boolean => {
  const held = (set ?? []).reduce((sum, { first, last }) => sum + (last - first + 1n), 0n);
  return held * 256n >= (all.last + 1n) * 255n;
};

/** What an expression holds; undefined where a name in it stands for something that is not said. */
function setOf(
  text: string,
  names: Readonly<Record<string, readonly string[]>>,
  all: Interval,
  one: (word: string) => Interval[] | undefined,
  depth = 0,
): Interval[] | undefined {
  if (depth > deepest) return undefined;
  const word = text.trim();
  const inner = (part: string) => setOf(part, names, all, one, depth + 1);
  if (word.toLowerCase() === 'any') return [all];
  if (word.startsWith('!')) {
    const without = inner(word.slice(1));
    return without === undefined ? undefined : subtractIntervals([all], without);
  }
  if (word.startsWith('$')) {
    const name = word.slice(1);
    // As AWS sets it where nobody does: https://docs.aws.amazon.com/network-firewall/latest/developerguide/rule-groups-ips-settings-variables.html
    if (!Object.hasOwn(names, name)) return name === 'EXTERNAL_NET' ? outside(names, inner, all) : undefined;
    return listOf(names[name] ?? [], inner, all);
  }
  if (word.startsWith('[') && word.endsWith(']')) return listOf(partsOf(word.slice(1, -1)), inner, all);
  return one(word);
}

/** What is not `$HOME_NET`; where that is the networks of the VPC, these are few. */
const outside = (
  names: Readonly<Record<string, readonly string[]>>,
  inner: (part: string) => Interval[] | undefined,
  all: Interval,
): Interval[] | undefined => (Object.hasOwn(names, 'HOME_NET') ? inner('!$HOME_NET') : [all]);

/** What the parts of a list hold together, without those that it takes out. */
function listOf(
  parts: readonly string[],
  inner: (part: string) => Interval[] | undefined,
  all: Interval,
): Interval[] | undefined {
  const taken = parts.filter((part) => !part.trim().startsWith('!'));
  const cut = parts.filter((part) => part.trim().startsWith('!'));
  const held: Interval[] = [];
  for (const part of taken) {
    const set = inner(part);
    if (set === undefined) return undefined;
    held.push(...set);
  }
  const without: Interval[] = [];
  for (const part of cut) {
    const set = inner(part.trim().slice(1));
    if (set === undefined) return undefined;
    without.push(...set);
  }
  return subtractIntervals(taken.length === 0 ? [all] : mergeIntervals(held), without);
}

/** Parts of a list, split where no inner list is open. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '[') depth++;
    if (text[at] === ']') depth--;
    if (text[at] === ',' && depth === 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, text.slice(start)].filter((part) => part.trim() !== '');
}
