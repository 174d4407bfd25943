/**
 * The texts that an issuer can put into a claim, as fixed text and places that hold a value. Where a place names a tenant, its
 * text says whose a token is: a pattern that spells it out means one tenant, one that leaves some of it open means whoever
 * has, or registers, a name that fits.
 */

/**
 * Whose choice the value of a place is:
 * - `tenant`: it names whose the token is; nobody else's has the same
 * - `person`: it names who started what asks for the token, in whatever tenant
 * - `free`: every tenant can have it
 */
export type Holder = 'tenant' | 'person' | 'free';

/** A place that holds a value. */
export interface Slot {
  readonly holder: Holder;
  /** The values that are possible, whole. */
  readonly form: RegExp;
  /** Possible values, made up so that nobody's policy names them; in the order in which they are tried. */
  readonly samples: readonly [string, ...string[]];
}

/** Fixed text and places, one after the other. */
export type Template = readonly (string | Slot)[];

export interface Grammar {
  /** Each a whole text; with `joined`, one part of it. */
  readonly forms: readonly Template[];
  /** Texts are one or several of the forms in any order, with a colon between them; `first`: what they begin with, if that is fixed. */
  readonly joined?: { readonly first?: readonly Template[] };
}

export const slot = (holder: Holder, form: RegExp, ...samples: Slot['samples']): Slot => ({ holder, form, samples });

/** A character of a pattern, or a wildcard. */
type Token = { readonly char: string } | '*' | '?';

/** The pattern as its characters; without `like` stars and question marks are themselves. */
const tokensOf = (pattern: string, like: boolean): Token[] =>
  Array.from(pattern, (char) => (like && (char === '*' || char === '?') ? char : { char }));

const isLiteral = (tokens: readonly Token[]): boolean => tokens.every((token) => typeof token === 'object');

/** More parts than these are in no text that a template of an issuer makes. */
const MOST_PARTS = 6;
const MOST_STEPS = 100_000;

/** Text for the stars of a pattern, around which a name stays a name. */
const fillings = ['', '-unlisted', 'unlisted-', 'x', '1', '/unlisted'];
const characters = ['x', '1', '-', 'A', '/', '.'];

/** The text that a sample has between what stands before and behind a star. */
function overlay(tokens: readonly Token[], at: number, sample: string): string {
  const before = tokens.slice(0, at).filter((token) => token !== '*').length;
  const behind = tokens.slice(at + 1).filter((token) => token !== '*').length;
  return sample.slice(before, Math.max(before, sample.length - behind));
}

/** A possible value of a place that fits the pattern. */
function valueFor({ form, samples }: Slot, tokens: readonly Token[], variant: number): string | undefined {
  const sample = samples[variant % samples.length] ?? samples[0];
  if (isLiteral(tokens)) {
    const text = tokens.map((token) => (typeof token === 'object' ? token.char : '')).join('');
    return form.test(text) ? text : undefined;
  }
  if (tokens.every((token) => token === '*')) return sample;
  const stars = tokens.flatMap((token, at) => (token === '*' ? [at] : []));
  // more stars than these in the value of one place: all but the first three stand for nothing
  const chosen = stars.slice(0, 3);
  const options = chosen.map((at) => [...new Set([sample, ...fillings, overlay(tokens, at, sample)])]);
  for (const one of tokens.includes('?') ? characters : ['x']) {
    for (let count = 0; count < options.reduce((product, list) => product * list.length, 1); count++) {
      let rest = count;
      const fill = new Map(
        chosen.map((at, index) => {
          const list = options[index] ?? [''];
          const text = list[rest % list.length] ?? '';
          rest = Math.floor(rest / list.length);
          return [at, text] as const;
        }),
      );
      const text = tokens
        .map((token, at) => (token === '*' ? (fill.get(at) ?? '') : token === '?' ? one : token.char))
        .join('');
      if (form.test(text)) return text;
    }
  }
  return undefined;
}

/** Characters that a place can hold, as far as they were asked about. */
const characterSets = new WeakMap<RegExp, Map<string, boolean>>();

/** Whether some possible value has the character, going by the samples with the character put in or in place of another. */
function canHold({ form, samples }: Slot, char: string): boolean {
  let known = characterSets.get(form);
  if (known === undefined) characterSets.set(form, (known = new Map()));
  let found = known.get(char);
  if (found === undefined) {
    found = samples.some((sample) =>
      Array.from({ length: sample.length + 1 }, (_, at) => at).some(
        (at) =>
          form.test(sample.slice(0, at) + char + sample.slice(at)) ||
          (at < sample.length && form.test(sample.slice(0, at) + char + sample.slice(at + 1))),
      ),
    );
    known.set(char, found);
  }
  return found;
}

/** A place in the grammar: in a part of the text, what is still to come of it. */
interface Place {
  readonly template: Template;
  /** Which of the template's texts and slots comes next, and after how many characters of it. */
  readonly part: number;
  readonly character: number;
  /** How many more parts may follow this one. */
  readonly more: number;
  /** Claims that the text has already; undefined: it may have one twice. */
  readonly used: readonly string[] | undefined;
}

/** Names of claims that a template writes into the text (`repo:…:ref:…`). */
function claimsOf(template: Template): string[] {
  const text = template.map((one) => (typeof one === 'string' ? one : 'x')).join('');
  return text
    .split(':')
    .flatMap((word, at, all) => (at < all.length - 1 && /^[a-z_]+$/.test(word) && word !== 'x' ? [word] : []));
}

/** Whether a text of joined parts has each claim once, as the token has. */
function hasEachOnce({ forms, joined }: Grammar, text: string): boolean {
  const words = text.split(':');
  const known = new Set([...forms, ...(joined?.first ?? [])].flatMap(claimsOf));
  const found = words.filter((word, at) => at < words.length - 1 && known.has(word));
  return new Set(found).size === found.length;
}

const colon: Template = [':'];

/**
 * Reads a pattern along a grammar, backwards from what fits its end. From a place and a position in the pattern it is
 * always the same texts that may follow, so what has failed once is not tried again. At a star the pattern stays where it is
 * for as long as the star goes on.
 */
class Fitting {
  #steps = 0;
  readonly #ids = new Map<Template, number>();
  readonly #failed = new Set<string>();
  /** Values of a slot by where in the pattern they begin and end. */
  readonly #values = new Map<Slot, Map<string, string | undefined>>();
  readonly #grammar: Grammar;
  readonly #tokens: readonly Token[];
  readonly #spelt: ReadonlySet<Holder>;
  readonly #variant: number;

  constructor(grammar: Grammar, tokens: readonly Token[], spelt: ReadonlySet<Holder>, variant: number) {
    this.#grammar = grammar;
    this.#tokens = tokens;
    this.#spelt = spelt;
    this.#variant = variant;
  }

  /** There were more ways to read the pattern than were tried. */
  get isExhausted(): boolean {
    return this.#steps > MOST_STEPS;
  }

  find(): string | undefined {
    if (this.#grammar.joined === undefined) return this.#first(0, undefined);
    // without looking at what a text has already it is quickly known that there is none
    const found = this.#parts(undefined);
    return found === undefined || hasEachOnce(this.#grammar, found) ? found : this.#parts([]);
  }

  #parts(used: readonly string[] | undefined): string | undefined {
    for (let more = 0; more < MOST_PARTS; more++) {
      const found = this.#first(more, used);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #first(more: number, used: readonly string[] | undefined): string | undefined {
    const { forms, joined } = this.#grammar;
    for (const template of joined?.first ?? forms) {
      const found = this.#start(template, more, used, 0);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #start(template: Template, more: number, used: readonly string[] | undefined, at: number): string | undefined {
    if (used === undefined) return this.#from({ template, part: 0, character: 0, more, used }, at);
    const claims = claimsOf(template);
    if (claims.some((claim) => used.includes(claim))) return undefined;
    return this.#from({ template, part: 0, character: 0, more, used: [...used, ...claims].sort() }, at);
  }

  /** The text from this place to the end that fits the pattern from this position to the end. */
  #from(place: Place, at: number): string | undefined {
    const { template, part, character, more } = place;
    const one = template[part];
    if (one === undefined) return this.#behind(place, at);
    let id = this.#ids.get(template);
    if (id === undefined) this.#ids.set(template, (id = this.#ids.size));
    const key = `${id} ${part} ${character} ${more} ${at} ${place.used?.join() ?? ''}`;
    if (this.#failed.has(key) || this.#steps++ > MOST_STEPS) return undefined;
    const found = typeof one === 'string' ? this.#fixed(one, place, at) : this.#slot(one, place, at);
    if (found === undefined) this.#failed.add(key);
    return found;
  }

  /** What follows a part. */
  #behind({ template, more, used }: Place, at: number): string | undefined {
    if (template === colon) {
      for (const next of this.#grammar.forms) {
        const found = this.#start(next, more, used, at);
        if (found !== undefined) return found;
      }
      return undefined;
    }
    if (this.#tokens.slice(at).every((token) => token === '*')) return '';
    return more <= 0 ? undefined : this.#from({ template: colon, part: 0, character: 0, more: more - 1, used }, at);
  }

  #fixed(text: string, place: Place, at: number): string | undefined {
    const { character, part } = place;
    const char = text[character];
    if (char === undefined) return this.#from({ ...place, part: part + 1, character: 0 }, at);
    const token = this.#tokens[at];
    const next = { ...place, character: character + 1 };
    let rest: string | undefined;
    if (token === '*') {
      rest = this.#from(next, at);
      if (rest === undefined) return this.#from(place, at + 1);
    } else if (token === '?' || token?.char === char) {
      rest = this.#from(next, at + 1);
    }
    return rest === undefined ? undefined : char + rest;
  }

  #slot(one: Slot, place: Place, at: number): string | undefined {
    const next = { ...place, part: place.part + 1, character: 0 };
    for (let end = at; end <= this.#tokens.length; end++) {
      const token = this.#tokens[end];
      // a star may begin in this place and go on behind it
      const found =
        (token === '*' ? this.#filled(one, at, end + 1, next, end) : undefined) ??
        (end > at ? this.#filled(one, at, end, next, end) : undefined);
      if (found !== undefined) return found;
      if (typeof token === 'object' && !canHold(one, token.char)) break;
    }
    return undefined;
  }

  /** The text with the slot filled by the pattern between two positions, from where it goes on at a third. */
  #filled(one: Slot, from: number, to: number, next: Place, at: number): string | undefined {
    if (this.isExhausted) return undefined;
    const text = this.#value(one, from, to);
    if (text === undefined) return undefined;
    const rest = this.#from(next, at);
    return rest === undefined ? undefined : text + rest;
  }

  #value(one: Slot, from: number, to: number): string | undefined {
    let mine = this.#values.get(one);
    if (mine === undefined) this.#values.set(one, (mine = new Map()));
    const key = `${from} ${to}`;
    if (mine.has(key)) return mine.get(key);
    const within = this.#tokens.slice(from, to);
    this.#steps += within.length > 1 ? 10 : 1;
    const text = !this.#spelt.has(one.holder) && isLiteral(within) ? undefined : valueFor(one, within, this.#variant);
    mine.set(key, text);
    return text;
  }
}

/** How many different texts are looked for: a policy that names the first sample still leaves others. */
const VARIANTS = 3;

export interface Texts {
  readonly texts: readonly string[];
  /** Where there are none, there is none; not: none was found in time. */
  readonly complete: boolean;
}

const known = new WeakMap<Grammar, Map<string, Texts>>();
/** The same patterns are asked about for different bearers of a token; those of other policies need not be kept. */
const MOST_KNOWN = 500;

/**
 * Possible texts that fit a pattern.
 * @param spelt the places that the pattern may spell out; of the others it has to leave something open
 * @param like `*` and `?` are wildcards
 */
export function textsFor(grammar: Grammar, pattern: string, like: boolean, spelt: readonly Holder[]): Texts {
  let mine = known.get(grammar);
  if (mine === undefined) known.set(grammar, (mine = new Map()));
  const key = `${spelt.join()} ${like} ${pattern}`;
  let found = mine.get(key);
  if (found === undefined) {
    if (mine.size >= MOST_KNOWN) mine.clear();
    mine.set(key, (found = fit(grammar, pattern, like, spelt)));
  }
  return found;
}

function fit(grammar: Grammar, pattern: string, like: boolean, spelt: readonly Holder[]): Texts {
  const tokens = tokensOf(pattern, like);
  const found = new Set<string>();
  let complete = true;
  for (let variant = 0; variant < VARIANTS; variant++) {
    const fitting = new Fitting(grammar, tokens, new Set(spelt), variant);
    const text = fitting.find();
    if (fitting.isExhausted) complete = false;
    if (text === undefined) break;
    found.add(text);
  }
  return { texts: [...found], complete };
}

export const everyHolder: readonly Holder[] = ['tenant', 'person', 'free'];

/** Whether the issuer can put this text into the claim. */
export const isPossible = (grammar: Grammar, text: string): boolean =>
  textsFor(grammar, text, false, everyHolder).texts.length > 0;

/** Whether the pattern begins like one of the texts. What does not may be in a form that is not known here. */
export function beginsKnown({ forms, joined }: Grammar, pattern: string, like: boolean): boolean {
  const end = like ? pattern.search(/[*?]/) : -1;
  const start = end < 0 ? pattern : pattern.slice(0, end);
  return (joined?.first ?? forms).some(([first]) => {
    if (typeof first !== 'string') return true;
    return start.startsWith(first) || (end >= 0 && first.startsWith(start));
  });
}
