import { anyMark, marks, portion } from './packed.ts';

/** What a text may repeat of its resource. */
export interface Known {
  readonly name: string;
  readonly id: string;
  readonly arn: string;
  readonly account: string;
  readonly region: string;
}

/** Texts taken apart in the order they came, a number of them for each item (finding or resource). */
export class Sequence {
  /** The form of each text of the portion that is being filled. */
  readonly forms: number[] = [];
  /** What is different between texts of one form, of all its texts in order. No argument holds a space. */
  readonly args: string[] = [];
  readonly #full: Portion[] = [];
  #items = 0;

  endItem(): void {
    this.#items += 1;
    if (this.#items % portion === 0) this.#endPortion();
  }

  #endPortion(): void {
    this.#full.push({ forms: Uint32Array.from(this.forms), args: this.args.join(' ') });
    this.forms.length = 0;
    this.args.length = 0;
  }

  /** To be asked once, when all items have ended. */
  portions(): readonly Portion[] {
    if (this.#items % portion > 0) this.#endPortion();
    return this.#full;
  }
}

/** The texts of `portion` items, as little memory as they take. */
interface Portion {
  readonly forms: Uint32Array;
  /** Joined by spaces. */
  readonly args: string;
}

/** UUIDs, and words with a digit in them: counts, ids, addresses, dates. */
const variable = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[A-Za-z]*\d[0-9A-Za-z]*/g;
const variableHere = new RegExp(variable.source, 'y');
const digit = /\d/;
/** How many forms are tried before a text is taken apart from nothing. */
const tried = 4;
const shortest = 3;

/** Forms that texts of one origin had lately, the last one first: the next text most likely has one of them. */
export class Recent {
  readonly forms: number[] = [];

  use(form: number): void {
    const { forms } = this;
    if (forms[0] === form) return;
    const place = forms.indexOf(form);
    const free = Math.min(forms.length, tried - 1);
    forms[place === -1 ? free : place] = forms[0] ?? form;
    forms[0] = form;
  }
}

/** Keeps short arguments once: ports, counts and the like come again and again. */
class Words {
  readonly #known = new Map<string, string>();

  shared(word: string): string {
    if (word.length > longestWord) return word;
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    if (this.#known.size < mostWords) this.#known.set(word, word);
    return word;
  }
}

const longestWord = 8;
const mostWords = 20_000;

/** Collects texts and keeps each form once. Arguments that are the same in all texts of a form become part of it. */
export class Templates {
  readonly #index = new Map<string, number>();
  readonly #forms: string[] = [];
  readonly #pieces: Pieces[] = [];
  /** For each form and place the argument all texts have had so far; undefined = they differ. */
  readonly #same: (string | undefined)[][] = [];
  readonly #words = new Words();

  /** The form of a text that repeats nothing. */
  literal(text: string): number {
    return this.#intern(anyMark.test(text) ? marks.literal + text : text, []);
  }

  /** Takes a text apart, appends it to the sequence and returns its form. */
  take(text: string, known: Known, sequence: Sequence, recent: Recent): number {
    const form = this.#known(text, known, sequence.args, recent) ?? this.#takeApart(text, known, sequence.args);
    recent.use(form);
    sequence.forms.push(form);
    return form;
  }

  /** The form among the recent ones that makes the text. */
  #known(text: string, known: Known, args: string[], recent: Recent): number | undefined {
    const before = args.length;
    for (const form of recent.forms) {
      if (matches(this.#pieces[form] ?? [], text, known, args, this.#words)) {
        this.#compare(this.#same[form] ?? [], args, before);
        return form;
      }
      args.length = before;
    }
    return undefined;
  }

  #takeApart(text: string, known: Known, args: string[]): number {
    if (anyMark.test(text)) return this.literal(text);
    const { name, id, arn, account, region } = known;
    let form = put(text, arn, marks.arn);
    form =
      id.length > name.length
        ? put(put(form, id, marks.id), name, marks.name)
        : put(put(form, name, marks.name), id, marks.id);
    form = put(put(form, account, marks.account), region, marks.region);
    if (!digit.test(form)) return this.#intern(form, []);
    const own: string[] = [];
    form = form.replaceAll(variable, (word) => {
      own.push(word);
      args.push(this.#words.shared(word));
      return marks.argument;
    });
    return this.#intern(form, own);
  }

  #intern(form: string, args: (string | undefined)[]): number {
    const index = this.#index.get(form);
    if (index === undefined) {
      this.#index.set(form, this.#forms.length);
      this.#same.push(args);
      this.#pieces.push(piecesOf(form));
      return this.#forms.push(form) - 1;
    }
    this.#compare(this.#same[index] ?? [], args, 0);
    return index;
  }

  #compare(same: (string | undefined)[], args: readonly (string | undefined)[], from: number): void {
    for (let place = 0; place < same.length; place += 1)
      if (same[place] !== args[from + place]) same[place] = undefined;
  }

  /** The arguments that are not part of a form, joined by spaces for `portion` items at a time. Final when all texts are taken. */
  joined(sequence: Sequence): string[] {
    return sequence.portions().map(({ forms, args }) => {
      const all = args.split(' ');
      const varying: string[] = [];
      let next = 0;
      for (const form of forms) {
        for (const constant of this.#same[form] ?? []) {
          const arg = all[next++];
          if (constant === undefined && arg !== undefined) varying.push(arg);
        }
      }
      return varying.join(' ');
    });
  }

  /** All forms, with the arguments that never differ put back. */
  texts(): string[] {
    return this.#forms.map((form, index) => {
      if (form.startsWith(marks.literal)) return form;
      let place = 0;
      return form.replaceAll(marks.argument, () => this.#same[index]?.[place++] ?? marks.argument);
    });
  }
}

/** Whether the pieces with what is known make the text. Adds the arguments that takes. */
function matches(pieces: Pieces, text: string, known: Known, args: string[], words: Words): boolean {
  let at = 0;
  for (let place = 0; place < pieces.length; place += 1) {
    const piece = pieces[place] ?? '';
    if (place % 2 === 1 && piece === marks.argument) {
      variableHere.lastIndex = at;
      if (!variableHere.test(text)) return false;
      args.push(words.shared(text.slice(at, variableHere.lastIndex)));
      at = variableHere.lastIndex;
      continue;
    }
    const expected = place % 2 === 0 ? piece : valueOf(piece, known, () => '');
    if (!text.startsWith(expected, at)) return false;
    at += expected.length;
  }
  return at === text.length;
}

const put = (text: string, value: string, mark: string): string =>
  value.length >= shortest && text.includes(value) ? text.replaceAll(value, mark) : text;

/** A template in pieces: text at the even places, marks at the odd ones. */
export type Pieces = readonly string[];

export const piecesOf = (template: string): Pieces =>
  // oxlint-disable-next-line no-control-regex -- the marks
  template.startsWith(marks.literal) ? [template.slice(1)] : template.split(/([\u0001-\u0006])/);

/** Puts a template together again. `next` gives the arguments in order. */
export function fillTemplate(pieces: Pieces, known: Known, next: () => string): string {
  let text = pieces[0] ?? '';
  for (let place = 1; place < pieces.length; place += 2)
    text += valueOf(pieces[place], known, next) + (pieces[place + 1] ?? '');
  return text;
}

function valueOf(mark: string | undefined, known: Known, next: () => string): string {
  switch (mark ?? marks.argument) {
    case marks.name:
      return known.name;
    case marks.id:
      return known.id;
    case marks.arn:
      return known.arn;
    case marks.account:
      return known.account;
    case marks.region:
      return known.region;
    default:
      return next();
  }
}

/** How many arguments a template takes. */
export const argumentsOf = (pieces: Pieces): number =>
  pieces.filter((piece, place) => place % 2 === 1 && piece === marks.argument).length;
