import type { AnyResourceType, FacetsOf } from '../../inventory/resource.ts';
import type { Along, Check, CheckSpec, Context, SettingSpec, Subject, TypedCheck, Verdict } from '../check.ts';
import { defineCheck, notApplicable, unknown } from '../check.ts';
import type { HeadAbsent, HeadOf, PathOf, Silent, ValueAt } from './path.ts';
import { headOf, valueAt } from './path.ts';
import type { Cell, Facts } from './words.ts';
import { quotedByCells, speak } from './words.ts';

export type Settings = Readonly<Record<string, SettingSpec>>;
export type Companions = Readonly<Record<string, Along>>;
export type None = Record<never, never>;

/** All that may be known of a resource: what its list and every facet tell. */
export type Whole<R> = Subject<R, keyof FacetsOf<R>>;

/** What a form's check says besides its question. */
export type Rest<R extends AnyResourceType, N extends string, S, A> = Omit<
  CheckSpec<R, N, S, A>,
  'id' | 'resource' | 'evaluate'
> & {
  /** Whether the question arises at all, asked in this order before it. */
  readonly unless?: readonly Guard<R, Context<S, A>>[];
};

/** The question does not arise for some values of a member (`because`), or is decided by them (`verdict`). */
type ValueGuard<R, C> = {
  [P in PathOf<Whole<R>>]: {
    readonly at: P;
    /** `undefined` stands for a value that AWS did not say. */
    readonly is: readonly (ValueAt<Whole<R>, P> | undefined)[];
  } & (
    | { readonly because: string; readonly verdict?: never }
    | { readonly verdict: Cell<Whole<R>, C>; readonly because?: never }
  );
}[PathOf<Whole<R>>];

/** The same by code; `such` is what a resource is like that it speaks of, for its test. */
export interface CodedGuard<Sub, C> {
  readonly needs?: readonly string[];
  readonly such: object;
  /** The companions of it, where the guard looks at them. */
  readonly along?: Readonly<Record<string, readonly object[]>>;
  /** A verdict, the reason why the question does not arise, or undefined where it does. */
  readonly when: (subject: Sub, context: C) => Verdict | string | undefined;
}

export type Guard<R, C> = ValueGuard<R, C> | CodedGuard<Whole<R>, C>;

/** Guards as a form holds them. */
export type AnyGuard =
  | { readonly at: string; readonly is: readonly unknown[]; readonly because?: string; readonly verdict?: Cell }
  | CodedGuard<never, never>;

/** What every form holds as data; the derived tests read it. */
export interface Form {
  readonly kind: string;
  readonly unless: readonly AnyGuard[];
}

/** What is said where there is nothing to judge, each required where it may happen. */
export type Silence<R, P, S, C> = (HeadAbsent<Whole<R>, P> extends true
  ? {
      /** What the value is part of is none: the service says so. */
      readonly absent: Cell<S, C>;
    }
  : { readonly absent?: never }) &
  (Silent<Whole<R>, P> extends true
    ? {
        /** What it means that AWS says nothing. */
        readonly unsaid: Cell<S, C>;
      }
    : { readonly unsaid?: Cell<S, C> });

/** What a function in a form's table sees: the facet of the path, and those under `needs`. */
export type Seen<R, P, N extends string> = Subject<R, N | (HeadOf<P> & string)>;

export interface Ask {
  readonly subject: object;
  readonly context: Pick<Context, 'now'> & { readonly settings: object };
  readonly facts: (added?: Readonly<Record<string, unknown>>) => Facts;
}

/** The verdict of a form: of the guard that speaks first, or its own. */
export const judgeForm = <F extends Form>(form: F, judge: (form: F, ask: Ask) => Verdict, ask: Ask): Verdict =>
  guardedBy(form.unless, ask) ?? judge(form, ask);

/** Facts of a subject: its members, what it is called, the run's settings and clock, and what a form adds. */
export const factsOf =
  (resource: AnyResourceType, subject: object, context: Ask['context']) =>
  (added: Readonly<Record<string, unknown>> = {}): Facts => ({
    subject,
    added: {
      label: resource.labelOf(subject as never),
      settings: context.settings,
      now: new Date(context.now).toISOString(),
      ...added,
    },
  });

interface Made<F extends Form> {
  readonly form: F;
  /** The paths that the form reads, and the cells of its table. */
  readonly reads: readonly string[];
  readonly cells: readonly (Cell | undefined)[];
  /** The form's own verdict, once the question arises. */
  readonly judge: (form: F, ask: Ask) => Verdict;
}

/** A check of a form: what it needs follows from what it reads and quotes. */
export function formed<F extends Form>(
  resource: AnyResourceType,
  id: string,
  spec: object,
  { form, reads, cells, judge }: Made<F>,
): Check & { readonly form: F } {
  const rest = spec as Rest<AnyResourceType, string, Settings, Companions>;
  const guarded = form.unless.flatMap((guard) => ('at' in guard ? [guard.at] : (guard.needs ?? [])));
  const quoted = quotedByCells([...cells, ...form.unless.map((guard) => ('at' in guard ? cellOf(guard) : undefined))]);
  const heads = [...(rest.needs ?? []), ...guarded, ...reads, ...quoted].map(headOf);
  const evaluate = (subject: object, context: Ask['context']): Verdict =>
    judgeForm(form, judge, { subject, context, facts: factsOf(resource, subject, context) });
  const check = defineCheck({
    ...rest,
    id,
    resource,
    needs: [...new Set(heads)].filter((name) => name in resource.facetDefs),
    evaluate,
  } as never) as Check;
  return { ...check, form };
}

const cellOf = ({ because, verdict }: { readonly because?: string; readonly verdict?: Cell }): Cell =>
  verdict ?? notApplicable(because ?? '');

/** The verdict of the first guard that speaks; undefined where the question arises. */
function guardedBy(guards: readonly AnyGuard[], { subject, context, facts }: Ask): Verdict | undefined {
  for (const guard of guards) {
    if ('at' in guard) {
      const found = valueAt(subject, guard.at) ?? undefined;
      if (guard.is.includes(found)) return speak(cellOf(guard), facts(), context, { [guard.at]: found });
      continue;
    }
    const verdict = guard.when(subject as never, context as never);
    if (verdict !== undefined) return typeof verdict === 'string' ? notApplicable(verdict) : verdict;
  }
  return undefined;
}

/** What silence means, as a form holds it. */
export interface Silences {
  readonly absent: Cell | undefined;
  readonly unsaid: Cell | undefined;
}

/** The value that a form judges, or the verdict on its silence. */
export function look(
  at: string,
  { absent, unsaid }: Silences,
  { subject, context, facts }: Ask,
): { readonly found?: unknown; readonly silence?: Verdict } {
  const head = headOf(at);
  const nothing = (path: string, cell: Cell | undefined): { readonly silence: Verdict } => ({
    silence:
      cell === undefined
        ? unknown(`AWS did not say ${path} of ${labelIn(facts)}`)
        : speak(cell, facts(), context, { [path]: undefined }),
  });
  if (head !== at && (valueAt(subject, head) ?? undefined) === undefined) return nothing(head, absent);
  const found = valueAt(subject, at) ?? undefined;
  return found === undefined ? nothing(at, unsaid) : { found };
}

export const labelIn = (facts: Ask['facts']): string => String(facts().added['label']);

/** What a form's function returns: a check whose tests may give any facet. */
export type FormedCheck<R, S, A, F extends Form> = TypedCheck<
  Subject<R, never> & Partial<FacetsOf<R>>,
  Context<S, A>
> & {
  readonly form: F;
};
