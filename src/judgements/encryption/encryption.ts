import type { ClassifiedBy, Context, SubjectBase, Verdict } from '../../engine/check.ts';
import { fail, pass, unknown, unknownWithout } from '../../engine/check.ts';
import type { None, Rest, Whole } from '../../engine/forms/form.ts';
import { judged } from '../../engine/forms/judged.ts';
import type { Example } from '../../engine/forms/judged.ts';
import type { PathOf, ValueAt } from '../../engine/forms/path.ts';
import { headOf, keyOf, valueAt, withValue } from '../../engine/forms/path.ts';
import type { Key } from '../../engine/forms/state.ts';
import type { AnyResourceType } from '../../inventory/resource.ts';
import { keyStanding, keys } from './key-standing.ts';
import type { KeyStanding, Keys } from './key-standing.ts';

/** What encrypts: nothing, keys that AWS owns, or a KMS key. */
export type By = 'none' | 'aws' | 'kms';

/** What a type says of its encryption, once: both checks of it follow. */
export interface Encryption<R, P extends PathOf<Whole<R>>> {
  /** The member that says what encrypts. */
  readonly at: P;
  readonly is: { readonly [V in Key<ValueAt<Whole<R>, P>>]: By };
  /** What it means that AWS says nothing there: undefined where that is not known. */
  readonly unsaid: By | undefined;
  /** The member that names the KMS key: an ARN, an id or an alias. Where it names none, it is the service's `aws/…` key. */
  readonly key?: PathOf<Whole<R>>;
  /** What is encrypted, as in "encrypts …": `its messages`. */
  readonly what: string;
}

type Spec<R extends AnyResourceType, P extends PathOf<Whole<R>>, A> = Rest<R, never, None, A> & {
  readonly by: Encryption<R, P>;
};

interface Found {
  readonly label: string;
  readonly by: By | undefined;
  readonly named: string | undefined;
  readonly what: string;
}

function find(
  resource: AnyResourceType,
  subject: object,
  { at, is, unsaid, key: named, what }: Encryption<never, never>,
): Found {
  const said = valueAt(subject, at) ?? undefined;
  const table = is as Readonly<Record<string, By>>;
  const by = said === undefined ? unsaid : Object.hasOwn(table, keyOf(said)) ? table[keyOf(said)] : undefined;
  const id = named === undefined ? undefined : (valueAt(subject, named) ?? undefined);
  return {
    label: resource.labelOf(subject as never),
    by,
    named: id === undefined || id === '' ? undefined : keyOf(id),
    what,
  };
}

const notSaid = ({ label, what }: Found): Verdict => unknown(`AWS did not say what encrypts ${what} of ${label}`);
const open = ({ label, what }: Found, expected: string): Verdict =>
  fail(`${label} does not encrypt ${what}; expected ${expected}`);

/** A check that something is encrypted at rest, by whatever key. */
export const encryptedAtRest = <R extends AnyResourceType, const P extends PathOf<Whole<R>>, const I extends string>(
  resource: R,
  id: I,
  spec: ClassifiedBy<I> & Spec<R, P, None>,
) => {
  const { by, ...rest }: Spec<R, P, None> = spec;
  const of = by as unknown as Encryption<never, never>;
  return judged(resource, id, {
    ...rest,
    needs: needsOf(resource, of),
    judge(subject) {
      const found = find(resource, subject, of);
      const { label, what, named } = found;
      if (found.by === undefined) return notSaid(found);
      if (found.by === 'none') return open(found, 'encryption with a KMS key or keys of AWS');
      return pass(
        `${label} encrypts ${what} with ${found.by === 'aws' ? 'keys of AWS' : named === undefined ? 'the AWS managed key' : `the KMS key ${named}`}`,
        seen(subject, of),
      );
    },
    examples: (base) => examplesOf(base, of, (found) => (found === 'none' ? 'fail' : 'pass')),
  });
};

/** A check that something is encrypted with a key that the customer manages: its policy says who may read. */
export const customerKey = <R extends AnyResourceType, const P extends PathOf<Whole<R>>, const I extends string>(
  resource: R,
  id: I,
  spec: ClassifiedBy<I> & Spec<R, P, None>,
) => {
  const { by, ...rest }: Spec<R, P, None> = spec;
  const of = by as unknown as Encryption<never, never>;
  return judged(resource, id, {
    ...rest,
    needs: needsOf(resource, of),
    along: { keys },
    judge: (subject, { along: { keys: all }, unreadAlong }) =>
      judgeKey(find(resource, subject, of), subject as SubjectBase, { all, unreadAlong, of }),
    examples: (base) => [
      ...examplesOf(base, of, (found) => (found === 'kms' ? undefined : 'fail')),
      ...keyExamples(base, of),
    ],
  });
};

const needsOf = (resource: AnyResourceType, { at, key: named }: Encryption<never, never>): never[] =>
  [...new Set([at, named ?? at].map((path) => headOf(path)))].filter((name) => name in resource.facetDefs) as never[];

const seen = (subject: object, { at, key: named }: Encryption<never, never>): object => ({
  [at]: valueAt(subject, at),
  ...(named === undefined ? {} : { [named]: valueAt(subject, named) }),
});

interface Known {
  readonly all: Keys;
  readonly unreadAlong: Context['unreadAlong'];
  readonly of: Encryption<never, never>;
}

function judgeKey(found: Found, subject: SubjectBase, { all, unreadAlong, of }: Known): Verdict {
  const { label, what, named } = found;
  const evidence = seen(subject, of);
  if (found.by === undefined) return notSaid(found);
  if (found.by === 'none') return open(found, 'a customer managed key');
  const managed = (by: string): Verdict =>
    fail(`${label} encrypts ${what} with ${by}; expected a customer managed key`, evidence);
  if (found.by === 'aws') return managed('keys of AWS');
  const standing = keyStanding(named, subject, { all, unreadAlong });
  const own = `${label} encrypts ${what} with the customer managed key ${named}`;
  switch (standing.kind) {
    case 'aws-managed':
      return managed(`the AWS managed key${standing.called}`);
    case 'another-account':
      return pass(`${label} encrypts ${what} with ${named}, a key of account ${standing.owner}`, evidence);
    case 'customer-managed':
      return standing.broken === undefined
        ? pass(own, evidence)
        : fail(`${own}, which ${standing.broken.because}; expected one that is enabled`, evidence, standing.broken.fix);
    case 'not-read':
    case 'not-said':
      return unclear(`${label} encrypts ${what} with ${named}`, standing);
  }
}

const unclear = (said: string, standing: Extract<KeyStanding, { kind: 'not-said' | 'not-read' }>): Verdict =>
  standing.kind === 'not-read'
    ? unknownWithout(`${said}: ${standing.cause}`, ['keys'])
    : unknown(`${said}, and AWS did not say who manages it`);

interface Usable<R extends AnyResourceType> {
  /** The member that names the KMS key. */
  readonly key: PathOf<Whole<R>>;
  readonly what: string;
}

/** A check that the KMS key of something that is always encrypted can be used, whoever manages it. */
export const usableKey = <R extends AnyResourceType, const I extends string>(
  resource: R,
  id: I,
  spec: ClassifiedBy<I> & Rest<R, never, None, None> & { readonly by: Usable<R> },
) => {
  const { by, ...rest }: Rest<R, never, None, None> & { readonly by: Usable<R> } = spec;
  const { key: at, what } = by;
  return judged(resource, id, {
    ...rest,
    needs: [headOf(at)].filter((name) => name in resource.facetDefs) as never[],
    along: { keys },
    judge(subject, { along: { keys: all }, unreadAlong }) {
      const label = resource.labelOf(subject as never);
      const said = valueAt(subject, at) ?? undefined;
      if (said === undefined || said === '') return unknown(`AWS did not say with which key ${label} encrypts ${what}`);
      const named = keyOf(said);
      const evidence = { [at]: named };
      const standing = keyStanding(named, subject as SubjectBase, { all, unreadAlong });
      const own = `${label} encrypts ${what} with the customer managed key ${named}`;
      switch (standing.kind) {
        case 'aws-managed':
          return pass(`${label} encrypts ${what} with the AWS managed key${standing.called}`, evidence);
        case 'another-account':
          return pass(
            `${label} encrypts ${what} with ${named}, a key of account ${standing.owner}, which alone sees its state`,
            evidence,
          );
        case 'customer-managed':
          if (standing.broken !== undefined)
            return fail(
              `${own}, which ${standing.broken.because}; expected one that is enabled`,
              evidence,
              standing.broken.fix,
            );
          return standing.state === undefined
            ? unknown(`${own}, and AWS did not say in which state it is`)
            : pass(own, evidence);
        case 'not-read':
        case 'not-said':
          return unclear(`${label} encrypts ${what} with ${named}`, standing);
      }
    },
    examples: (base) => usableExamples(base as SubjectBase, at),
  });
};

/** Each value, silence, and a value of tomorrow. */
function examplesOf(
  base: object,
  { at, is, unsaid }: Encryption<never, never>,
  verdict: (by: By) => Verdict['kind'] | undefined,
): readonly Example[] {
  const values = Object.entries(is as Readonly<Record<string, By>>).map(([value, by]): [unknown, By | undefined] => [
    value === 'true' ? true : value === 'false' ? false : value,
    by,
  ]);
  return [...values, [undefined, unsaid] as const, ['VALUE_OF_TOMORROW', undefined] as const].flatMap(([value, by]) => {
    const expect = by === undefined ? 'unknown' : verdict(by);
    return expect === undefined
      ? []
      : [{ when: `${at as string} is ${String(value)}`, given: withValue(base, at, value), expect }];
  });
}

/** Keys of each kind, where the type names its key. */
function keyExamples(base: SubjectBase, { at, is, key: named }: Encryption<never, never>): readonly Example[] {
  const value = Object.entries(is as Readonly<Record<string, By>>).find(([, by]) => by === 'kms')?.[0];
  if (value === undefined) return [];
  const kms = withValue(base, at, value === 'true' ? true : value);
  if (named === undefined) return [{ when: 'a KMS key is not named', given: kms, expect: 'fail' }];
  const region = base.region === 'global' ? 'us-east-1' : base.region;
  const arn = (account: string): string => `arn:aws:kms:${region}:${account}:key/k`;
  const with_ = (
    when: string,
    id: string | undefined,
    manager: string | undefined,
    expect: Verdict['kind'],
    state?: string,
  ): Example => ({
    when,
    given: withValue(kms, named, id),
    along: { keys: [{ id: 'k', arn: arn(base.account), region, aliases: ['alias/own'], details: { manager, state } }] },
    expect,
  });
  return [
    with_("the customer's key is named by ARN", arn(base.account), 'CUSTOMER', 'pass'),
    with_("the customer's key is named by alias", 'alias/own', 'CUSTOMER', 'pass'),
    with_('the AWS managed key is named by id', 'k', 'AWS', 'fail'),
    with_('the AWS managed key is named by alias', 'alias/aws/sqs', 'AWS', 'fail'),
    with_('no key is named', undefined, 'CUSTOMER', 'fail'),
    with_('AWS does not say who manages it', arn(base.account), undefined, 'unknown'),
    with_('another key is named', `${arn(base.account)}2`, 'CUSTOMER', 'unknown'),
    with_("another account's key is named", arn('222222222222'), 'CUSTOMER', 'pass'),
    with_('the key is enabled', arn(base.account), 'CUSTOMER', 'pass', 'Enabled'),
    with_('the key is disabled', 'alias/own', 'CUSTOMER', 'fail', 'Disabled'),
    with_('the key is to be deleted', 'k', 'CUSTOMER', 'fail', 'PendingDeletion'),
  ];
}

/** Keys of each kind, of something that is encrypted whatever its key. */
function usableExamples(base: SubjectBase, named: string): readonly Example[] {
  const region = base.region === 'global' ? 'us-east-1' : base.region;
  const arn = `arn:aws:kms:${region}:${base.account}:key/k`;
  const one = (
    id: string | undefined,
    manager: string,
    state: string | undefined,
    expect: Verdict['kind'],
  ): Example => ({
    when: `${id ?? 'no key'} is named, of ${manager}, ${state ?? 'in a state that is not said'}`,
    given: withValue(base, named, id),
    along: { keys: [{ id: 'k', arn, region, aliases: ['alias/own'], details: { manager, state } }] },
    expect,
  });
  return [
    one('alias/aws/ssm', 'AWS', 'Enabled', 'pass'),
    one(arn, 'AWS', 'Enabled', 'pass'),
    one(arn, 'CUSTOMER', 'Enabled', 'pass'),
    one('k', 'CUSTOMER', 'Enabled', 'pass'),
    one('alias/own', 'CUSTOMER', 'Disabled', 'fail'),
    one(arn, 'CUSTOMER', 'PendingDeletion', 'fail'),
    one(arn, 'CUSTOMER', 'PendingReplicaDeletion', 'fail'),
    one('k', 'CUSTOMER', 'PendingImport', 'fail'),
    one('k', 'CUSTOMER', 'Unavailable', 'fail'),
    one('k', 'CUSTOMER', undefined, 'unknown'),
    one(`${arn}2`, 'CUSTOMER', 'Enabled', 'unknown'),
    one(`arn:aws:kms:${region}:222222222222:key/k`, 'CUSTOMER', 'Disabled', 'pass'),
    one(undefined, 'CUSTOMER', 'Enabled', 'unknown'),
  ];
}
