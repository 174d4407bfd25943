import type { AnyResourceType } from '../../inventory/resource.ts';
import type { Context, Subject, Verdict } from '../check.ts';
import type { AnyGuard, Ask, Companions, Form, FormedCheck, None, Rest, Settings } from './form.ts';
import { formed } from './form.ts';

/** What a judgement says of one subject: what differs from a realistic one, and the verdict. */
export interface Example {
  readonly when: string;
  readonly given?: object;
  readonly along?: Readonly<Record<string, readonly object[]>>;
  readonly unreadAlong?: Context['unreadAlong'];
  readonly trustedAccounts?: readonly string[];
  readonly settings?: object;
  /** ISO 8601, where the clock matters. */
  readonly now?: string;
  readonly expect: Verdict['kind'];
}

export interface JudgedForm extends Form {
  readonly kind: 'judged';
  readonly judge: (subject: never, context: never) => Verdict;
  readonly examples: (base: never) => readonly Example[];
}

/**
 * A check that hands its question to a judgement which many share. Not for check files: the judgement offers a form of its own
 * (`noSecrets`, `notPublic`), with examples of each verdict that hold for every resource it is asked of.
 */
export function judged<
  R extends AnyResourceType,
  const N extends string = never,
  const S extends Settings = None,
  const A extends Companions = None,
>(
  resource: R,
  id: string,
  spec: Rest<R, N, S, A> & {
    readonly judge: (subject: Subject<R, N>, context: Context<S, A>) => Verdict;
    readonly examples: (base: Subject<R, N>) => readonly Example[];
  },
): FormedCheck<R, S, A, JudgedForm> {
  const { judge, examples, unless, ...rest } = spec as unknown as Omit<JudgedForm, 'unless'> & {
    readonly unless?: readonly AnyGuard[];
  };
  const form: JudgedForm = { kind: 'judged', judge, examples, unless: unless ?? [] };
  return formed(resource, id, rest, { form, reads: [], cells: [], judge: judgeByExample });
}

export const judgeByExample = ({ judge }: JudgedForm, { subject, context }: Ask): Verdict =>
  judge(subject as never, context as never);
