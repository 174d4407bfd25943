import { anyMark, marks } from './packed.ts';

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
  /** The form of each text. */
  readonly forms: number[] = [];
  /** What is different between texts of one form, of all texts in order. */
  readonly args: string[] = [];
  /** How many texts there were when each item ended. */
  readonly ends: number[] = [];

  endItem(): void {
    this.ends.push(this.forms.length);
  }
}

/** UUIDs, and words with a digit in them: counts, ids, addresses, dates. */
const variable = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[A-Za-z]*\d[0-9A-Za-z]*/g;
const digit = /\d/;
const shortest = 3;

/** Collects texts and keeps each form once. Arguments that are the same in all texts of a form become part of it. */
export class Templates {
  readonly #index = new Map<string, number>();
  readonly #forms: string[] = [];
  /** For each form and place the argument all texts have had so far; undefined = they differ. */
  readonly #same: (string | undefined)[][] = [];

  /** The form of a text that repeats nothing. */
  literal(text: string): number {
    return this.#intern(anyMark.test(text) ? marks.literal + text : text, []);
  }

  /** Takes a text apart, appends it to the sequence and returns its form. */
  take(text: string, known: Known, sequence: Sequence): number {
    const form = anyMark.test(text) ? this.literal(text) : this.#takeApart(text, known, sequence.args);
    sequence.forms.push(form);
    return form;
  }

  #takeApart(text: string, known: Known, args: string[]): number {
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
      args.push(word);
      return marks.argument;
    });
    return this.#intern(form, own);
  }

  #intern(form: string, args: (string | undefined)[]): number {
    const index = this.#index.get(form);
    if (index === undefined) {
      this.#index.set(form, this.#forms.length);
      this.#same.push(args);
      return this.#forms.push(form) - 1;
    }
    const same = this.#same[index];
    if (same !== undefined)
      for (let place = 0; place < args.length; place += 1) if (same[place] !== args[place]) same[place] = undefined;
    return index;
  }

  /** The arguments that are not part of a form, joined by spaces for `portion` items at a time. Final when all texts are taken. */
  joined({ forms, args, ends }: Sequence, portion: number): string[] {
    const portions: string[] = [];
    let text = 0;
    let next = 0;
    for (let first = 0; first < ends.length; first += portion) {
      const varying: string[] = [];
      const end = ends[Math.min(first + portion, ends.length) - 1] ?? text;
      for (; text < end; text += 1) {
        for (const constant of this.#same[forms[text] ?? -1] ?? []) {
          const arg = args[next++];
          if (constant === undefined && arg !== undefined) varying.push(arg);
        }
      }
      portions.push(varying.join(' '));
    }
    return portions;
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

const put = (text: string, value: string, mark: string): string =>
  value.length >= shortest && text.includes(value) ? text.replaceAll(value, mark) : text;

/** Puts a template together again. `next` gives the arguments in order. */
export function fillTemplate(template: string, known: Known, next: () => string): string {
  if (template.startsWith(marks.literal)) return template.slice(1);
  if (!anyMark.test(template)) return template;
  // oxlint-disable-next-line no-control-regex
  return template.replaceAll(/[\u0001-\u0006]/g, (mark) => {
    switch (mark) {
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
  });
}

/** How many arguments a template takes. */
export const argumentsOf = (template: string): number =>
  template.startsWith(marks.literal) ? 0 : template.split(marks.argument).length - 1;
