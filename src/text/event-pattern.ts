import { matcher } from './glob.ts';
import { isRecord } from './record.ts';

/** What a field of an event holds, as far as it is known; a field that is left out may hold anything. */
export type KnownEvent = { readonly [field: string]: string | number | boolean | null | KnownEvent };

export type Taken = 'yes' | 'no' | 'maybe';

const all = (found: readonly Taken[]): Taken =>
  found.includes('no') ? 'no' : found.includes('maybe') ? 'maybe' : 'yes';
const any = (found: readonly Taken[]): Taken =>
  found.includes('yes') ? 'yes' : found.includes('maybe') ? 'maybe' : 'no';
const sure = (is: boolean): Taken => (is ? 'yes' : 'no');

/**
 * Whether an event pattern of EventBridge takes an event of which some fields are known; undefined: the text is no pattern.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
export function takesEvent(pattern: string, event: KnownEvent): Taken | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(pattern);
  } catch {
    return undefined;
  }
  return isRecord(parsed) ? fields(parsed, event) : undefined;
}

function fields(pattern: Readonly<Record<string, unknown>>, event: KnownEvent): Taken {
  return all(
    Object.entries(pattern).map(([name, wanted]) => {
      if (name === '$or' && Array.isArray(wanted))
        return any(wanted.map((one: unknown) => (isRecord(one) ? fields(one, event) : 'maybe')));
      const value = Object.hasOwn(event, name) ? event[name] : undefined;
      if (Array.isArray(wanted)) return any(wanted.map((one: unknown) => matches(one, value)));
      if (!isRecord(wanted)) return 'maybe';
      if (value === undefined) return 'maybe';
      return isRecord(value) ? fields(wanted, value) : 'no';
    }),
  );
}

type Value = KnownEvent[string] | undefined;

function matches(wanted: unknown, value: Value): Taken {
  if (value === undefined || isRecord(value)) return 'maybe';
  if (!isRecord(wanted)) return sure(wanted === value);
  const [first] = Object.entries(wanted);
  if (first === undefined) return 'maybe';
  const [operator, operand] = first;
  switch (operator) {
    case 'exists':
      return sure(operand === true);
    case 'prefix':
    case 'suffix':
    case 'wildcard':
    case 'equals-ignore-case':
      return text(operator, operand, value);
    case 'anything-but':
      return butNot(operand, value);
    case 'numeric':
      return Array.isArray(operand) ? numeric(operand, value) : 'maybe';
    default:
      return 'maybe';
  }
}

function text(operator: string, operand: unknown, value: Value): Taken {
  if (typeof value !== 'string') return 'no';
  // A prefix or a suffix may be compared whatever its letters.
  if (isRecord(operand)) {
    const plain = operand['equals-ignore-case'];
    return typeof plain === 'string' ? text(operator, plain.toLowerCase(), value.toLowerCase()) : 'maybe';
  }
  if (typeof operand !== 'string') return 'maybe';
  if (operator === 'prefix') return sure(value.startsWith(operand));
  if (operator === 'suffix') return sure(value.endsWith(operand));
  if (operator === 'equals-ignore-case') return sure(value.toLowerCase() === operand.toLowerCase());
  return operand.includes('?') || operand.includes('\\') ? 'maybe' : sure(matcher(operand)(value));
}

function butNot(operand: unknown, value: Value): Taken {
  if (Array.isArray(operand)) return sure(!operand.includes(value));
  if (!isRecord(operand)) return sure(operand !== value);
  const [first] = Object.entries(operand);
  if (first === undefined) return 'maybe';
  const [operator, of] = first;
  const found = any([of].flat().map((one) => text(operator, one, value)));
  return found === 'maybe' ? 'maybe' : sure(found === 'no');
}

const comparisons: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '=': (a, b) => a === b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

function numeric(operand: readonly unknown[], value: Value): Taken {
  if (typeof value !== 'number') return 'no';
  const found: Taken[] = [];
  for (let at = 0; at < operand.length; at += 2) {
    const compare = comparisons[String(operand[at])];
    const bound = operand[at + 1];
    found.push(compare === undefined || typeof bound !== 'number' ? 'maybe' : sure(compare(value, bound)));
  }
  return found.length === 0 ? 'maybe' : all(found);
}
