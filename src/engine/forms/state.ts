import type { AnyResourceType } from '../../inventory/resource.ts';
import type { ClassifiedBy, Context, Verdict } from '../check.ts';
import { unknown } from '../check.ts';
import type {
  AnyGuard,
  Ask,
  Companions,
  Form,
  FormedCheck,
  None,
  Rest,
  Seen,
  Settings,
  Silence,
  Whole,
} from './form.ts';
import { formed, labelIn, look } from './form.ts';
import type { PathOf, ValueAt } from './path.ts';
import { keyOf } from './path.ts';
import type { Cell } from './words.ts';
import { speak } from './words.ts';

/** Values as keys of a table: the members of an enumeration, `true` and `false`. */
export type Key<V> = V extends boolean ? `${V}` : V extends string ? (string extends V ? never : V) : never;
/** Whether there are values that no table can hold: any text, a number, an object. */
type Open<V> = V extends undefined | null | boolean
  ? never
  : V extends string
    ? string extends V
      ? true
      : never
    : true;

/** Each value that may be said has its verdict; where any may, there is one for all others. */
type Table<V, C> = [Open<V>] extends [never]
  ? {
      /** The verdict on each value that AWS may say. A value of tomorrow is unknown. */
      readonly is: { readonly [K in Key<V>]: C };
      readonly otherwise?: never;
    }
  : {
      readonly is?: Readonly<Record<string, C>>;
      /** The verdict on every other value. */
      readonly otherwise: C;
    };

export interface StateForm extends Form {
  readonly kind: 'state';
  readonly at: string;
  readonly is: Readonly<Record<string, Cell>>;
  readonly otherwise: Cell | undefined;
  readonly absent: Cell | undefined;
  readonly unsaid: Cell | undefined;
}

/** The same verdict on several values. */
export const sameFor = <const V extends string>(values: readonly V[], cell: Verdict): Record<V, Verdict> =>
  Object.fromEntries(values.map((value) => [value, cell])) as Record<V, Verdict>;

/**
 * A check on one value that AWS says of a resource: every value that it may say has its verdict and its words, a value that this
 * version does not know is unknown, and what silence means is stated.
 */
export function state<
  R extends AnyResourceType,
  const P extends PathOf<Whole<R>>,
  const N extends string = never,
  const S extends Settings = None,
  const A extends Companions = None,
  const I extends string = string,
>(
  resource: R,
  id: I,
  spec: ClassifiedBy<I> &
    Rest<R, N, S, A> & { readonly at: P } & Table<ValueAt<Whole<R>, P>, Cell<Seen<R, P, N>, Context<S, A>>> &
    Silence<R, P, Seen<R, P, N>, Context<S, A>>,
): FormedCheck<R, S, A, StateForm> {
  const { at, is, otherwise, absent, unsaid, unless, ...rest } = spec as unknown as Omit<StateForm, 'unless'> & {
    readonly unless?: readonly AnyGuard[];
  };
  const form: StateForm = { kind: 'state', at, is: is ?? {}, otherwise, absent, unsaid, unless: unless ?? [] };
  const cells = [...Object.values(form.is), otherwise, absent, unsaid];
  return formed(resource, id, rest, { form, reads: [at], cells, judge: judgeState });
}

/** The verdict of a state form. */
export function judgeState({ at, is, otherwise, absent, unsaid }: StateForm, ask: Ask): Verdict {
  const { found, silence } = look(at, { absent, unsaid }, ask);
  if (silence !== undefined) return silence;
  const { context, facts } = ask;
  const key = keyOf(found);
  const cell = Object.hasOwn(is, key) ? is[key] : otherwise;
  // That there is any value is not said by an empty text, which is as none, nor by what is no number.
  if (cell !== undefined && cell === otherwise && (found === '' || Number.isNaN(found)))
    return found === '' && unsaid !== undefined
      ? speak(unsaid, facts(), context, { [at]: found })
      : unknown(`AWS did not say ${at} of ${labelIn(facts)}`);
  return cell === undefined
    ? unknown(`${at} of ${labelIn(facts)} is ${key}, which this version does not know`)
    : speak(cell, facts(), context, { [at]: found });
}
