import type { AnyResourceType } from '../../inventory/resource.ts';
import type { Along, ClassifiedBy, Context, Subject, Verdict } from '../check.ts';
import type { AnyGuard, Ask, Companions, Form, FormedCheck, None, Rest, Settings } from './form.ts';
import { formed } from './form.ts';
import type { Cell } from './words.ts';
import { speak } from './words.ts';

export interface CompanionForm extends Form {
  readonly kind: 'companion';
  readonly of: Along;
  readonly belongs: (subject: never, other: never, context: never) => boolean;
  readonly fault: ((other: never, subject: never, context: never) => string | undefined) | undefined;
  readonly such: (subject: never) => { readonly good: object; readonly faulty?: object };
  readonly pass: Cell;
  readonly fail: Cell;
  readonly faulty: Cell | undefined;
}

type Other<L> = L extends Along<infer R, infer N> ? Subject<R, N> : never;

/** A check that another resource exists which belongs to this one, and is as it should be. */
export function companion<
  R extends AnyResourceType,
  L extends Along,
  const N extends string = never,
  const S extends Settings = None,
  const A extends Companions = None,
  const I extends string = string,
>(
  resource: R,
  id: I,
  spec: ClassifiedBy<I> &
    Rest<R, N, S, A> & {
      /** The other type, read along; with `witness`, one that is found proves a pass. */
      readonly of: L;
      /** Whether another resource is one of this. */
      readonly belongs: (subject: Subject<R, N>, other: Other<L>, context: Context<S, A>) => boolean;
      /** What is wrong with it, to go on after "but"; undefined when nothing is. */
      readonly fault?: (other: Other<L>, subject: Subject<R, N>, context: Context<S, A>) => string | undefined;
      /** What one is like that is good, and one with a fault where there may be one, for the test. */
      readonly such: (subject: Subject<R, N>) => {
        readonly good: Partial<Other<L>>;
        readonly faulty?: Partial<Other<L>>;
      };
      /** May quote the other resource: `{other.id}`. */
      readonly pass: Cell<Subject<R, N>, Context<S, A>>;
      /** There is none. */
      readonly fail: Cell<Subject<R, N>, Context<S, A>>;
      /** There is one with a fault: may quote `{other.id}` and `{fault}`. */
      readonly faulty?: Cell<Subject<R, N>, Context<S, A>>;
    },
): FormedCheck<R, S, A & { readonly others: L }, CompanionForm> {
  const { of, belongs, fault, such, pass, fail, faulty, unless, ...rest } = spec as unknown as Omit<
    CompanionForm,
    'unless'
  > & { readonly unless?: readonly AnyGuard[]; readonly along?: Companions };
  const form: CompanionForm = { kind: 'companion', of, belongs, fault, such, pass, fail, faulty, unless: unless ?? [] };
  const all = { ...rest, along: { ...rest.along, others: of } };
  return formed(resource, id, all, { form, reads: [], cells: [pass, fail, faulty], judge: judgeCompanion });
}

/** The verdict of a form on a companion. */
export function judgeCompanion({ belongs, fault, pass, fail, faulty }: CompanionForm, ask: Ask): Verdict {
  const { subject, facts } = ask;
  const context = ask.context as Ask['context'] & Pick<Context, 'along'>;
  const { others } = context.along as { readonly others: readonly { readonly id: string }[] };
  const own = others.filter((other) => belongs(subject as never, other as never, context as never));
  const faultOf = (other: object): string | undefined => fault?.(other as never, subject as never, context as never);
  const good = own.find((other) => faultOf(other) === undefined);
  if (good !== undefined) return speak(pass, facts({ other: good }), context, { id: good.id });
  const [first] = own;
  return first === undefined
    ? speak(fail, facts(), context, undefined)
    : speak(faulty ?? fail, facts({ other: first, fault: faultOf(first) }), context, { id: first.id });
}
