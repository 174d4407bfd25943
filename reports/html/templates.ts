import { anyMark, marks } from './packed.ts';

/** What a text may repeat of its resource. */
export interface Known {
  readonly name: string;
  readonly id: string;
  readonly arn: string;
  readonly account: string;
  readonly region: string;
}

/** A text taken apart: its form, and what is different between texts of that form. */
export interface Taken {
  readonly form: number;
  readonly args: readonly string[];
}

const noArgs: readonly string[] = [];
/** UUIDs, and words with a digit in them: counts, ids, addresses, dates. */
const variable = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[A-Za-z]*\d[0-9A-Za-z]*/g;
const shortest = 3;

/** Collects texts and keeps each form once. Arguments that are the same in all texts of a form become part of it. */
export class Templates {
  readonly #index = new Map<string, number>();
  readonly #forms: string[] = [];
  /** For each form and place the argument all texts have had so far; undefined = they differ. */
  readonly #same: (string | undefined)[][] = [];

  /** A text that repeats nothing. */
  literal(text: string): Taken {
    return { form: this.#intern(anyMark.test(text) ? marks.literal + text : text, noArgs), args: noArgs };
  }

  take(text: string, known: Known): Taken {
    if (anyMark.test(text)) return this.literal(text);
    let form = put(text, known.arn, marks.arn);
    const [longer, shorter] = known.id.length > known.name.length ? (['id', 'name'] as const) : (['name', 'id'] as const);
    form = put(put(form, known[longer], marks[longer]), known[shorter], marks[shorter]);
    form = put(put(form, known.account, marks.account), known.region, marks.region);
    if (!/\d/.test(form)) return { form: this.#intern(form, noArgs), args: noArgs };
    const args: string[] = [];
    form = form.replace(variable, (word) => {
      args.push(word);
      return marks.argument;
    });
    return { form: this.#intern(form, args), args };
  }

  #intern(form: string, args: readonly string[]): number {
    const index = this.#index.get(form);
    if (index === undefined) {
      this.#index.set(form, this.#forms.length);
      this.#same.push([...args]);
      return this.#forms.push(form) - 1;
    }
    const same = this.#same[index] ?? [];
    for (let place = 0; place < args.length; place += 1) if (same[place] !== args[place]) same[place] = undefined;
    return index;
  }

  /** The arguments that are not part of the form; final when all texts are taken. */
  *varying({ form, args }: Taken): Generator<string> {
    const same = this.#same[form] ?? [];
    for (let place = 0; place < args.length; place += 1) if (same[place] === undefined) yield args[place] ?? '';
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
