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
import { keyOf, valueAt } from './path.ts';
import type { Key } from './state.ts';
import type { Cell } from './words.ts';
import { fill, speak } from './words.ts';

/** What an element is: `good`, `bad`, of no matter to the question, or AWS did not say. */
export type Judged = 'good' | 'bad' | 'skip' | 'unsaid';

type ElementAt<T, P> = NonNullable<ValueAt<T, P>> extends readonly (infer E)[] ? E : never;
/** Paths of lists. */
type ListPath<T> = { [P in PathOf<T>]: [ElementAt<T, P>] extends [never] ? never : P }[PathOf<T>];

/** By a member whose every value is judged, or by code, with an element that is good and one that is bad for its test. */
type ElementJudge<E, K extends keyof E, C> =
  | {
      readonly by: K;
      readonly is: { readonly [V in Key<E[K]>]: Exclude<Judged, 'unsaid'> };
      readonly test?: never;
      readonly such?: never;
    }
  | {
      readonly by?: never;
      readonly is?: never;
      readonly test: (element: E, context: C) => Judged;
      readonly such: { readonly good: Some<E>; readonly bad: Some<E> };
    };

/** What matters of an element. */
type Some<E> = E extends object ? Partial<E> : E;

interface Words<E, S, C> {
  /** How a message names an element: words like those of a cell, over the element, or a function. */
  readonly called: string | ((element: E) => string);
  /** May quote `{good}`, `{bad}`, `{all}`: the names of the elements, e.g. `{bad:some}`, `{bad:count} of {all:count}`. */
  readonly pass: Cell<S, C>;
  readonly fail: Cell<S, C>;
  /** What it means that there is no element, or none that the question is about. */
  readonly none: Cell<S, C>;
  /** What it means that of an element AWS does not say, where no other decides. */
  readonly undecided?: Cell<S, C>;
}

export interface ListForm extends Form {
  readonly kind: 'each' | 'some';
  readonly list: string;
  readonly by: string | undefined;
  readonly is: Readonly<Record<string, Judged>> | undefined;
  readonly test: ((element: never, context: never) => Judged) | undefined;
  readonly such: { readonly good: unknown; readonly bad: unknown } | undefined;
  readonly called: string | ((element: never) => string);
  readonly pass: Cell;
  readonly fail: Cell;
  readonly none: Cell;
  readonly undecided: Cell | undefined;
  readonly absent: Cell | undefined;
  readonly unsaid: Cell | undefined;
}

type ListSpec<R extends AnyResourceType, P, K extends keyof ElementAt<Whole<R>, P>, N extends string, S, A> = Rest<
  R,
  N,
  S,
  A
> & { readonly list: P } & ElementJudge<ElementAt<Whole<R>, P>, K, Context<S, A>> &
  Words<ElementAt<Whole<R>, P>, Seen<R, P, N>, Context<S, A>> &
  Silence<R, P, Seen<R, P, N>, Context<S, A>>;

/** A check that every element of a list must meet; the message names those that do not. */
export const each = of('each');
/** A check that one element of a list must meet. */
export const some = of('some');

function of(kind: 'each' | 'some') {
  return <
    R extends AnyResourceType,
    const P extends ListPath<Whole<R>>,
    const K extends keyof ElementAt<Whole<R>, P>,
    const N extends string = never,
    const S extends Settings = None,
    const A extends Companions = None,
    const I extends string = string,
  >(
    resource: R,
    id: I,
    spec: ClassifiedBy<I> & ListSpec<R, P, K, N, S, A>,
  ): FormedCheck<R, S, A, ListForm> => {
    const { list, by, is, test, such, called, pass, fail, none, undecided, absent, unsaid, unless, ...rest } =
      spec as unknown as Omit<ListForm, 'unless'> & { readonly unless?: readonly AnyGuard[] };
    const form: ListForm = {
      kind,
      list,
      by,
      is,
      test,
      such,
      called,
      pass,
      fail,
      none,
      undecided,
      absent,
      unsaid,
      unless: unless ?? [],
    };
    const cells = [pass, fail, none, undecided, absent, unsaid];
    return formed(resource, id, rest, { form, reads: [list], cells, judge: judgeList });
  };
}

/** The verdict of a form on a list. */
export function judgeList(form: ListForm, ask: Ask): Verdict {
  const { context, facts } = ask;
  const { found, silence } = look(form.list, form, ask);
  if (silence !== undefined) return silence;
  const all = (found as readonly unknown[]).map((element) => ({
    element,
    judged: judgeElement(form, element, context),
  }));
  const names = (...kinds: readonly Judged[]): readonly string[] =>
    all.filter(({ judged }) => kinds.includes(judged)).map(({ element }) => nameOf(form, element));
  const added = { good: names('good'), bad: names('bad'), all: names('good', 'bad', 'unsaid') };
  const of = (kind: Judged): readonly unknown[] =>
    all.filter(({ judged }) => judged === kind).map(({ element }) => element);
  const say = (cell: Cell, elements: readonly unknown[]): Verdict =>
    speak(cell, facts(added), context, { [form.list]: elements });
  if (added.all.length === 0) return say(form.none, []);
  const [decisive, cell] = form.kind === 'each' ? (['bad', form.fail] as const) : (['good', form.pass] as const);
  if (of(decisive).length > 0) return say(cell, of(decisive));
  const unsaid = of('unsaid');
  if (unsaid.length > 0)
    return form.undecided === undefined
      ? unknown(`AWS did not say enough of ${nameOf(form, unsaid[0])} of ${labelIn(facts)}`)
      : say(form.undecided, unsaid);
  return form.kind === 'each' ? say(form.pass, of('good')) : say(form.fail, of('bad'));
}

function judgeElement({ by, is = {}, test }: ListForm, element: unknown, context: object): Judged {
  if (test !== undefined) return test(element as never, context as never);
  const key = by === undefined ? undefined : (valueAt(element, by) ?? undefined);
  // A value of tomorrow is none that this version knows.
  return key !== undefined && Object.hasOwn(is, keyOf(key)) ? (is[keyOf(key)] ?? 'unsaid') : 'unsaid';
}

const nameOf = ({ called }: ListForm, element: unknown): string =>
  typeof called === 'function'
    ? called(element as never)
    : fill(called, { subject: Object(element) as object, added: { it: element } });
