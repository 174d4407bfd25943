import type { AnyResourceType } from '../../inventory/resource.ts';
import type { ClassifiedBy, Context, Verdict } from '../check.ts';
import { unknown } from '../check.ts';
import { daysBetween, isOlderThan } from '../../text/time.ts';
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
import { valueAt } from './path.ts';
import type { Cell } from './words.ts';
import { speak } from './words.ts';

type PathTo<T, V> = { [P in PathOf<T>]: NonNullable<ValueAt<T, P>> extends V ? P : never }[PathOf<T>];
type IntegerOf<S> = { [K in keyof S & string]: S[K] extends { readonly type: 'integer' } ? K : never }[keyof S &
  string];

/** The bound, by the name of its setting, on one side. */
type Bound<S> =
  | { readonly atLeast: IntegerOf<S>; readonly atMost?: never }
  | { readonly atMost: IntegerOf<S>; readonly atLeast?: never };

export interface NumberForm extends Form {
  readonly kind: 'number' | 'age' | 'left';
  readonly at: string;
  readonly atLeast: string | undefined;
  readonly atMost: string | undefined;
  readonly pass: Cell;
  readonly fail: Cell | undefined;
  /** Of a moment ahead: it has passed. */
  readonly past: Cell | undefined;
  readonly absent: Cell | undefined;
  readonly unsaid: Cell | undefined;
}

interface Sides<Sub, C> {
  /** May quote the value by its path and the bound as `{settings.<name>}`; of a moment also `{days}`, whole days from or to it. */
  readonly pass: Cell<Sub, C>;
  readonly fail: Cell<Sub, C>;
}

type NumberSpec<R extends AnyResourceType, P, N extends string, S, A> = Rest<R, N, S, A> & {
  readonly at: P;
} & Bound<S> &
  Sides<Seen<R, P, N>, Context<S, A>> &
  Silence<R, P, Seen<R, P, N>, Context<S, A>>;

/** A check on a number against a setting. */
export function number<
  R extends AnyResourceType,
  const P extends PathTo<Whole<R>, number>,
  const S extends Settings,
  const N extends string = never,
  const A extends Companions = None,
  const I extends string = string,
>(resource: R, id: I, spec: ClassifiedBy<I> & NumberSpec<R, P, N, S, A>): FormedCheck<R, S, A, NumberForm> {
  return build('number', resource, id, spec) as never;
}

/** A check on how many days ago a moment was, against a setting. What is ahead has no age. */
export function age<
  R extends AnyResourceType,
  const P extends PathTo<Whole<R>, string>,
  const S extends Settings,
  const N extends string = never,
  const A extends Companions = None,
  const I extends string = string,
>(resource: R, id: I, spec: ClassifiedBy<I> & NumberSpec<R, P, N, S, A>): FormedCheck<R, S, A, NumberForm> {
  return build('age', resource, id, spec) as never;
}

/** A check that a moment lies ahead, and where a setting says so, how many days. */
export function daysLeft<
  R extends AnyResourceType,
  const P extends PathTo<Whole<R>, string>,
  const S extends Settings = None,
  const N extends string = never,
  const A extends Companions = None,
  const I extends string = string,
>(
  resource: R,
  id: I,
  spec: ClassifiedBy<I> &
    Rest<R, N, S, A> & {
      readonly at: P;
      readonly pass: Cell<Seen<R, P, N>, Context<S, A>>;
      /** The moment has passed. */
      readonly past: Cell<Seen<R, P, N>, Context<S, A>>;
    } & (
      | (Bound<S> & {
          /** It lies ahead, but on the wrong side of the bound. */
          readonly fail: Cell<Seen<R, P, N>, Context<S, A>>;
        })
      | { readonly atLeast?: never; readonly atMost?: never; readonly fail?: never }
    ) &
    Silence<R, P, Seen<R, P, N>, Context<S, A>>,
): FormedCheck<R, S, A, NumberForm> {
  return build('left', resource, id, spec) as never;
}

function build(kind: NumberForm['kind'], resource: AnyResourceType, id: string, spec: object): unknown {
  const { at, atLeast, atMost, pass, fail, past, absent, unsaid, unless, ...rest } = spec as Omit<
    NumberForm,
    'unless'
  > & { readonly unless?: readonly AnyGuard[] };
  const form: NumberForm = { kind, at, atLeast, atMost, pass, fail, past, absent, unsaid, unless: unless ?? [] };
  return formed(resource, id, rest, {
    form,
    reads: [at],
    cells: [pass, fail, past, absent, unsaid],
    judge: judgeNumber,
  });
}

/** The verdict of a form on a number or a moment. */
export function judgeNumber(form: NumberForm, ask: Ask): Verdict {
  const { at, atLeast, atMost, pass, fail, past } = form;
  const { context, facts } = ask;
  const { found, silence } = look(at, form, ask);
  if (silence !== undefined) return silence;
  const bound = atLeast ?? atMost;
  const limit = bound === undefined ? undefined : Number(valueAt(context.settings, bound));
  const measured = measure(form.kind, found, limit ?? 0, context.now);
  if (measured === undefined)
    return unknown(`${at} of ${labelIn(facts)} is ${String(found)}, which cannot be compared`);
  const { days, more, less } = measured;
  const say = (cell: Cell): Verdict => speak(cell, facts(days === undefined ? {} : { days }), context, { [at]: found });
  if (past !== undefined && days !== undefined && days < 0) return say(past);
  const wrong = limit !== undefined && (atLeast === undefined ? more : less);
  return say(wrong && fail !== undefined ? fail : pass);
}

/** How a value lies to a limit; an age is more than a number of days as soon as that many full days have gone by. */
function measure(
  kind: NumberForm['kind'],
  found: unknown,
  limit: number,
  now: number,
): { readonly days?: number; readonly more: boolean; readonly less: boolean } | undefined {
  if (kind === 'number')
    return typeof found === 'number' && Number.isFinite(found)
      ? { more: found > limit, less: found < limit }
      : undefined;
  const moment = typeof found === 'string' ? found : undefined;
  const days = kind === 'age' ? daysBetween(moment, now) : daysBetween(now, moment);
  if (days === undefined) return undefined;
  const more = kind === 'age' ? isOlderThan(moment, limit, now) === true : days > limit;
  return { days, more, less: days < limit };
}
