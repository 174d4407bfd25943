/** One character that may be repeated. */
interface Item {
  readonly accepts: (character: string) => boolean;
  readonly least: number;
  readonly most: number;
}

interface Alternative {
  readonly items: readonly Item[];
  readonly fromStart: boolean;
  readonly toEnd: boolean;
}

export type FilterRegex = readonly Alternative[];

const piece = /\^|\$|\||\.|\[(\^?)((?:[^\]\\]|\\.)*)\]|\\(.)|[\w:#=@/;,\s"'&-]/y;
const repeat = /[?*+]|\{(\d{1,3})(,)?(\d{1,3})?\}/y;

const classes: Readonly<Record<string, RegExp>> = { d: /\d/, D: /\D/, w: /\w/, W: /\W/, s: /\s/, S: /\S/ };

function escaped(character: string): (other: string) => boolean {
  const named = classes[character];
  return named === undefined ? (other) => other === character : (other) => named.test(other);
}

function setOf(body: string, negated: boolean): (character: string) => boolean {
  const tests: ((character: string) => boolean)[] = [];
  for (const [, from = '', to, escape] of body.matchAll(/([^\\])-([^\\])|\\(.)|[^\\]/gs)) {
    if (escape !== undefined) tests.push(escaped(escape));
    else if (to !== undefined) tests.push((character) => from <= character && character <= to);
  }
  const singles = body.replaceAll(/[^\\]-[^\\]|\\./gs, '');
  return (character) => (singles.includes(character) || tests.some((test) => test(character))) !== negated;
}

function repetition(source: string, at: number): { least: number; most: number; end: number } {
  repeat.lastIndex = at;
  const found = repeat.exec(source);
  if (!found) return { least: 1, most: 1, end: at };
  const end = repeat.lastIndex;
  const [sign, least, comma, most] = found;
  if (least !== undefined) {
    return { least: Number(least), most: most === undefined ? (comma ? Infinity : Number(least)) : Number(most), end };
  }
  return { least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : Infinity, end };
}

/**
 * Reads what stands between percent signs in a filter pattern: characters, `.`, sets, `?`, `*`, `+`, `{n,m}`, `|`, `^` and `$`, no groups.
 * Undefined for anything else. Matching is done here and not by RegExp because patterns come from the account, and this never backtracks.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html#regex-expressions
 */
export function parseFilterRegex(source: string): FilterRegex | undefined {
  const alternatives: { items: Item[]; fromStart: boolean; toEnd: boolean }[] = [];
  let current = { items: [] as Item[], fromStart: false, toEnd: false };
  for (let at = 0; at < source.length;) {
    piece.lastIndex = at;
    const found = piece.exec(source);
    if (!found || (current.toEnd && found[0] !== '|')) return undefined;
    const [text, negated, set, escape] = found;
    at = piece.lastIndex;
    if (text === '|') {
      alternatives.push(current);
      current = { items: [], fromStart: false, toEnd: false };
    } else if (text === '^') {
      if (current.items.length > 0) return undefined;
      current.fromStart = true;
    } else if (text === '$') current.toEnd = true;
    else {
      const { least, most, end } = repetition(source, at);
      at = end;
      const accepts =
        set !== undefined
          ? setOf(set, negated === '^')
          : escape !== undefined
            ? escaped(escape)
            : text === '.'
              ? () => true
              : (other: string) => other === text;
      current.items.push({ accepts, least, most });
    }
  }
  return [...alternatives, current];
}

function step({ accepts, least, most }: Item, text: string, starts: ReadonlySet<number>): Set<number> {
  const reached = new Set<number>();
  let frontier: ReadonlySet<number> = starts;
  for (let count = 0; count < (most === Infinity ? least : most) && frontier.size > 0; count += 1) {
    if (count >= least) frontier.forEach((at) => reached.add(at));
    const next = new Set<number>();
    for (const at of frontier) if (at < text.length && accepts(text[at] ?? '')) next.add(at + 1);
    frontier = next;
  }
  for (const start of frontier) {
    let at = start;
    while (!reached.has(at)) {
      reached.add(at);
      if (most === Infinity && at < text.length && accepts(text[at] ?? '')) at += 1;
    }
  }
  return reached;
}

/** Whether the expression matches somewhere in a text. */
export function filterRegexMatches(regex: FilterRegex, text: string): boolean {
  return regex.some(({ items, fromStart, toEnd }) => {
    let at = new Set<number>(fromStart ? [0] : Array.from({ length: text.length + 1 }, (_, index) => index));
    for (const item of items) at = step(item, text, at);
    return toEnd ? at.has(text.length) : at.size > 0;
  });
}
