/**
 * The value of a metric math expression, as far as it can be told from one metric
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html).
 * `missing`: no value in the period; `unknown`: it rests on what is not known here.
 */
export type MathValue = number | 'missing' | 'unknown';

/** What the ids of an alarm's queries stand for; undefined for an id that there is not. */
export type Lookup = (id: string) => MathValue | undefined;

/** @param all the values of all metrics, which `METRICS()` stands for */
export function evaluateMath(text: string, lookup: Lookup, all: readonly MathValue[]): MathValue {
  const tokens = text.match(/\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\w+|&&|\|\||[<>=!]=|\S/g) ?? [];
  const parser = new MathParser(tokens, lookup, all);
  const value = parser.expression();
  return parser.done ? value : 'unknown';
}

/** The ids that an expression names; all of them where it takes all metrics. */
export function idsIn(text: string, ids: readonly string[]): string[] {
  if (/\bMETRICS\s*\(/.test(text)) return [...ids];
  const words = new Set(text.match(/\w+/g));
  return ids.filter((id) => words.has(id));
}

type Operation = (a: number, b: number) => number;
const yes = (fact: boolean): number => (fact ? 1 : 0);
const levels: readonly Readonly<Record<string, Operation>>[] = [
  { '||': (a, b) => yes(a !== 0 || b !== 0), OR: (a, b) => yes(a !== 0 || b !== 0) },
  { '&&': (a, b) => yes(a !== 0 && b !== 0), AND: (a, b) => yes(a !== 0 && b !== 0) },
  {
    '>': (a, b) => yes(a > b),
    '>=': (a, b) => yes(a >= b),
    '<': (a, b) => yes(a < b),
    '<=': (a, b) => yes(a <= b),
    '==': (a, b) => yes(a === b),
    '!=': (a, b) => yes(a !== b),
  },
  { '+': (a, b) => a + b, '-': (a, b) => a - b },
  { '*': (a, b) => a * b, '/': (a, b) => a / b },
];
const ofOne: Readonly<Record<string, (a: number) => number>> = { ABS: Math.abs, CEIL: Math.ceil, FLOOR: Math.floor };
const ofSeveral: Readonly<Record<string, (values: readonly number[]) => number>> = {
  SUM: (values) => values.reduce((sum, value) => sum + value, 0),
  MAX: (values) => Math.max(...values),
  MIN: (values) => Math.min(...values),
  AVG: (values) => values.reduce((sum, value) => sum + value, 0) / values.length,
};

/** An operator on a time series in which a value is missing gives none for that period. */
function apply(operation: Operation, a: MathValue, b: MathValue): MathValue {
  if (a === 'missing' || b === 'missing') return 'missing';
  if (a === 'unknown' || b === 'unknown') return 'unknown';
  return finite(operation(a, b));
}
const finite = (value: number): MathValue => (Number.isFinite(value) ? value : 'missing');

class MathParser {
  #at = 0;
  readonly #tokens: readonly string[];
  readonly #lookup: Lookup;
  readonly #all: readonly MathValue[];

  constructor(tokens: readonly string[], lookup: Lookup, all: readonly MathValue[]) {
    this.#tokens = tokens;
    this.#lookup = lookup;
    this.#all = all;
  }

  get done(): boolean {
    return this.#at === this.#tokens.length;
  }

  #take(token: string): boolean {
    if (this.#tokens[this.#at] !== token) return false;
    this.#at += 1;
    return true;
  }

  expression(level = 0): MathValue {
    const operations = levels[level];
    if (operations === undefined) return this.#factor();
    let value = this.expression(level + 1);
    for (;;) {
      const operation = operations[this.#tokens[this.#at] ?? ''];
      if (operation === undefined) return value;
      this.#at += 1;
      value = apply(operation, value, this.expression(level + 1));
    }
  }

  #factor(): MathValue {
    if (this.#take('-')) return apply((a, b) => a * b, -1, this.#factor());
    if (this.#take('(')) {
      const value = this.expression();
      return this.#take(')') ? value : this.#lost();
    }
    const token = this.#tokens[this.#at];
    if (token === undefined) return 'unknown';
    this.#at += 1;
    if (/^\d/.test(token)) return Number(token);
    if (!/^[A-Za-z]/.test(token)) return this.#lost();
    if (this.#take('(')) return this.#call(token);
    return this.#lookup(token) ?? 'unknown';
  }

  #call(name: string): MathValue {
    const given: (MathValue | readonly MathValue[])[] = [];
    while (!this.#take(')')) {
      if (this.done) return 'unknown';
      given.push(this.#argument());
      this.#take(',');
    }
    const [first, second, third] = given.map((value) => (typeof value === 'object' ? 'unknown' : value));
    if (name === 'FILL' && given.length === 2) {
      if (first !== 'missing') return first ?? 'unknown';
      return second ?? 'unknown';
    }
    if (name === 'IF' && first !== undefined && second !== undefined) {
      if (typeof first !== 'number') return first;
      return first === 0 ? (third ?? 'missing') : second;
    }
    const one = ofOne[name];
    if (one !== undefined && given.length === 1 && first !== undefined)
      return typeof first === 'number' ? finite(one(first)) : first;
    const several = ofSeveral[name];
    const [list] = given;
    // Of one series these take its values over time, which one event does not tell.
    if (several !== undefined && typeof list === 'object') return ofList(several, list);
    return 'unknown';
  }

  /** An array of series, or a value. */
  #argument(): MathValue | readonly MathValue[] {
    if (this.#take('[')) {
      const list: MathValue[] = [];
      while (!this.#take(']')) {
        if (this.done) return 'unknown';
        list.push(this.expression());
        this.#take(',');
      }
      return list;
    }
    if (this.#tokens[this.#at] === 'METRICS' && this.#tokens[this.#at + 2] === ')') {
      this.#at += 3;
      return this.#all;
    }
    return this.expression();
  }

  /** What is not understood ends the reading. */
  #lost(): MathValue {
    this.#at = this.#tokens.length + 1;
    return 'unknown';
  }
}

/** AWS does not say how an array counts where some of its series have no value. */
function ofList(operation: (values: readonly number[]) => number, list: readonly MathValue[]): MathValue {
  if (list.length > 0 && list.every((value) => value === 'missing')) return 'missing';
  const numbers = list.filter((value) => typeof value === 'number');
  return numbers.length === list.length && numbers.length > 0 ? finite(operation(numbers)) : 'unknown';
}
