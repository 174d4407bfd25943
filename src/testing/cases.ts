import type { Check, Context, ExactFix, SubjectBase, TypedCheck, Verdict } from '../engine/check.ts';
import { Derivations } from '../engine/derive.ts';
import { settingsOf } from '../engine/evaluate.ts';

type Defaulted = 'account' | 'partition' | 'region' | 'arn' | 'name' | 'tags';

/** A subject as tests write it: account, partition, region, ARN, name and tags have defaults. */
export type Given<Sub> = Omit<Sub, Defaulted> & Partial<Pick<Sub & SubjectBase, Defaulted>>;

type AlongGiven<Con> = Con extends { along: infer A }
  ? { readonly [K in keyof A]?: A[K] extends readonly (infer S)[] ? readonly Given<S>[] : never }
  : never;

export interface Case<Sub, Con> {
  /** Continues the sentence "fails when …". */
  readonly when: string;
  /** What differs from the base subject. */
  readonly given?: Partial<Given<Sub>>;
  /** The companions, by their name in `along`; none when absent. */
  readonly along?: AlongGiven<Con>;
  readonly settings?: Partial<Con extends { settings: infer S } ? S : never>;
  readonly trustedAccounts?: readonly string[];
  readonly regions?: readonly string[];
  readonly unreadRegions?: readonly string[];
  /** Optional companions that could not be read. */
  readonly unreadAlong?: Context['unreadAlong'];
  /** ISO 8601; defaults to `testNow`. */
  readonly now?: string;
  readonly expect: Verdict['kind'];
  /** What the message, reason or cause must say. */
  readonly message?: RegExp;
  /** What is to be done about just this. */
  readonly fix?: ExactFix;
  /** The actions that an undecided verdict says would have to be allowed. */
  readonly actions?: readonly string[];
}

/** The clock of check tests. */
export const testNow = '2026-06-01T00:00:00.000Z';

/** How the name of a case goes on. */
export const verbs: Record<Verdict['kind'], string> = {
  pass: 'passes',
  fail: 'fails',
  manual: 'asks a person',
  unknown: 'is undecided',
  'not-applicable': 'does not apply',
};

/** What the check sees in a case. */
export function seen<Sub extends SubjectBase, Con>(
  check: TypedCheck<Sub, Con>,
  base: Given<Sub>,
  c: Omit<Case<Sub, Con>, 'expect'>,
): { readonly subject: Record<string, unknown>; readonly context: Context } {
  const along = Object.fromEntries(
    Object.keys(check.along).map((name) => {
      const given = (c.along as Record<string, readonly Record<string, unknown>[]> | undefined)?.[name] ?? [];
      return [name, given.map((companion) => complete(companion, 'region'))];
    }),
  );
  const context: Context = {
    now: Date.parse(c.now ?? testNow),
    settings: settingsOf(check.settings, c.settings),
    along,
    derived: {},
    trustedAccounts: c.trustedAccounts ?? [],
    regions: c.regions ?? ['eu-west-1', 'us-east-1'],
    unreadRegions: c.unreadRegions ?? [],
    unreadAlong: c.unreadAlong ?? {},
  };
  const subject = complete({ ...base, ...c.given }, check.resource.scope);
  return { subject, context: withDerived(check, subject, context) };
}

/** The context with what is worked out of its companions, as the engine would. */
export function withDerived(check: Check, subject: Record<string, unknown>, context: Context): Context {
  const at = { ...context, account: String(subject['account']), partition: String(subject['partition']) };
  const { along, unreadAlong } = context;
  return { ...context, derived: new Derivations(at).of(check.derived ?? {}, along, unreadAlong) };
}

function complete(given: Record<string, unknown>, scope: 'global' | 'region'): Record<string, unknown> {
  const id = String(given['id']);
  return {
    account: '111122223333',
    partition: 'aws',
    region: scope === 'global' ? 'global' : 'eu-west-1',
    arn: `arn:aws:test:eu-west-1:111122223333:${id}`,
    name: id,
    tags: {},
    ...given,
  };
}

/** What a verdict says. */
export function textOf(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'not-applicable':
      return verdict.reason;
    case 'unknown':
      return verdict.cause;
    case 'pass':
    case 'fail':
    case 'manual':
      return verdict.message;
  }
}

/** Freezes a value through and through, as the engine does. */
export function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) freeze(part);
  }
  return value;
}
