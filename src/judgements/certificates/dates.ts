import type { ClassifiedBy, Verdict } from '../../engine/check.ts';
import { fail, manual, notApplicable, pass, unknown } from '../../engine/check.ts';
import type { None, Rest, Whole } from '../../engine/forms/form.ts';
import type { Example } from '../../engine/forms/judged.ts';
import { judged } from '../../engine/forms/judged.ts';
import type { PathOf } from '../../engine/forms/path.ts';
import { headOf, keyOf, valueAt, withValue } from '../../engine/forms/path.ts';
import type { AnyResourceType } from '../../inventory/resource.ts';
import { browserLimit, certificateState, daysLeftOf } from './certificate.ts';

/** Where a type has a certificate's dates. */
interface Dates<R> {
  readonly notBefore?: PathOf<Whole<R>>;
  readonly notAfter: PathOf<Whole<R>>;
}

type Spec<R extends AnyResourceType, More> = Rest<R, never, None, None> & { readonly dates: Dates<R> } & More;

type Found = ReturnType<typeof found>;
function found(resource: AnyResourceType, subject: object, { notBefore, notAfter }: Dates<never>) {
  const said = (path: string | undefined): string | undefined => {
    const value = path === undefined ? undefined : (valueAt(subject, path) ?? undefined);
    return value === undefined ? undefined : keyOf(value);
  };
  return {
    label: resource.labelOf(subject as never),
    validity: { notBefore: said(notBefore), notAfter: said(notAfter) },
    evidence: Object.fromEntries(
      [notBefore, notAfter].flatMap((path) => (path === undefined ? [] : [[path, said(path)]])),
    ),
  };
}

const needsOf = (resource: AnyResourceType, dates: Dates<never>, ...more: readonly string[]): never[] =>
  [dates.notBefore ?? dates.notAfter, dates.notAfter, ...more]
    .map(headOf)
    .filter((name, at, all) => name in resource.facetDefs && all.indexOf(name) === at) as never[];

const day = (moment: string | undefined): string => (moment ?? '').slice(0, 10);
const unsaid = ({ label }: Found): Verdict => unknown(`AWS does not say when ${label} expires`);
const daysWords = (days: number): string => `${days} ${days === 1 ? 'day' : 'days'}`;

/** A check that a certificate has not expired. */
export const notExpired = <R extends AnyResourceType, const I extends string>(
  resource: R,
  id: I,
  spec: ClassifiedBy<I> & Spec<R, None>,
) => {
  const { dates, ...rest }: Spec<R, None> = spec;
  const of = dates as Dates<never>;
  return judged(resource, id, {
    ...rest,
    needs: needsOf(resource, of),
    judge(subject, { now }) {
      const one = found(resource, subject, of);
      const { label, validity, evidence } = one;
      const state = certificateState(validity, now, 0);
      if (state === undefined) return unsaid(one);
      return state === 'expired'
        ? fail(`${label} expired on ${day(validity.notAfter)}`, evidence)
        : pass(`${label} expires on ${day(validity.notAfter)}, in ${daysLeftOf(validity, now)} days`, evidence);
    },
    examples: (base) =>
      datesExamples(base, of).map(({ state, ...example }) => ({
        ...example,
        expect: state === undefined ? 'unknown' : state === 'expired' ? 'fail' : 'pass',
      })),
  });
};

/** How many days a certificate has to have left. */
export const renewalSettings = {
  days: { type: 'integer', default: 30, min: 1, max: 3650, describe: 'days that a certificate has left at least' },
} as const;

/** A check that a certificate is not about to expire. */
export const notExpiringSoon = <R extends AnyResourceType, const I extends string>(
  resource: R,
  id: I,
  spec: ClassifiedBy<I> & Spec<R, { readonly settings: typeof renewalSettings }>,
) => {
  const { dates, ...rest } = spec as unknown as Spec<R, { readonly settings: typeof renewalSettings }>;
  const of = dates as Dates<never>;
  return judged(resource, id, {
    ...(rest as Rest<R, never, typeof renewalSettings, None>),
    needs: needsOf(resource, of),
    judge(subject, { now, settings }) {
      const one = found(resource, subject, of);
      const { label, validity, evidence } = one;
      const state = certificateState(validity, now, settings.days);
      if (state === undefined) return unsaid(one);
      const until = `${label} expires on ${day(validity.notAfter)}, in ${daysWords(daysLeftOf(validity, now) ?? 0)}`;
      if (state === 'expired') return fail(`${label} expired on ${day(validity.notAfter)}`, evidence);
      return state === 'expiring'
        ? fail(`${until}; expected at least ${daysWords(settings.days)}`, evidence)
        : pass(until, evidence);
    },
    examples: (base) =>
      datesExamples(base, of).map(({ state, ...example }) => ({
        ...example,
        settings: { days: 30 },
        expect: state === undefined ? 'unknown' : state === 'expired' || state === 'expiring' ? 'fail' : 'pass',
      })),
  });
};

function datesExamples(base: object, { notBefore, notAfter }: Dates<never>) {
  const given = (end: string | undefined, start = '2026-01-01T00:00:00Z'): object => {
    const ended = withValue(base, notAfter, end);
    return notBefore === undefined ? ended : withValue(ended, notBefore, start);
  };
  const now = '2026-06-01T12:00:00Z';
  const at = (when: string, end: string | undefined, state: ReturnType<typeof certificateState>, start?: string) => ({
    when,
    given: given(end, start),
    now,
    state,
  });
  return [
    at('it expired a moment ago', '2026-06-01T12:00:00Z', 'expired'),
    at('it expires in a moment', '2026-06-01T12:00:01Z', 'expiring'),
    at('it has 29 days and some hours left', '2026-07-01T11:59:59Z', 'expiring'),
    at('it has 30 days left', '2026-07-01T12:00:00Z', 'valid'),
    at('it is not valid yet', '2027-06-01T12:00:00Z', 'not-yet-valid', '2026-06-02T00:00:00Z'),
    at('AWS says no end', undefined, undefined),
    at('its end is no date', 'tomorrow', undefined),
  ] as const;
}

/** Whether browsers know the authority that issued a certificate. */
type Authority = 'public' | 'private' | 'either';

/** Where a type says who issued a certificate, and what each of its values means. */
interface ByAuthority<P> {
  readonly authority: { readonly at: P; readonly is: Readonly<Record<string, Authority>> };
}

/** A check that a certificate is not valid for longer than browsers take, on the day of its issue. */
export const withinBrowserLimit = <R extends AnyResourceType, const I extends string>(
  resource: R,
  id: I,
  spec: ClassifiedBy<I> & Spec<R, ByAuthority<PathOf<Whole<R>>>>,
) => {
  const { dates, authority, ...rest } = spec as unknown as Spec<R, ByAuthority<string>>;
  const of = dates as Dates<never>;
  return judged(resource, id, {
    ...(rest as Rest<R, never, None, None>),
    needs: needsOf(resource, of, authority.at),
    judge(subject) {
      const { label, validity, evidence } = found(resource, subject, of);
      const said = valueAt(subject, authority.at);
      const by = typeof said === 'string' && Object.hasOwn(authority.is, said) ? authority.is[said] : undefined;
      if (by === undefined) return unknown(`AWS does not say who issued ${label}`);
      if (by === 'private')
        return notApplicable(`${label} is of a private authority, for which browsers have no limit`);
      const limit = browserLimit(validity);
      if (limit === undefined) return unknown(`AWS does not say from when to when ${label} is valid`);
      const seen = { ...evidence, [authority.at]: said, days: limit.days };
      const valid = `${label} is valid for ${daysWords(limit.days)} from ${day(validity.notBefore)}`;
      if (limit.within)
        return pass(
          limit.limit === Infinity
            ? `${valid}, when there was no limit`
            : `${valid}; browsers take ${daysWords(limit.limit)}`,
          seen,
        );
      return by === 'public'
        ? fail(`${valid}; browsers take ${daysWords(limit.limit)} of one issued then`, seen)
        : manual(
            `${valid}; browsers take ${daysWords(limit.limit)} of one that a public authority issued then: look at who issued it`,
            seen,
          );
    },
    examples: (base) => browserExamples(base, of, authority),
  });
};

function browserExamples(
  base: object,
  { notBefore, notAfter }: Dates<never>,
  { at, is }: { readonly at: string; readonly is: Readonly<Record<string, Authority>> },
): readonly Example[] {
  const given = (by: unknown, start: string | undefined, end: string | undefined): object =>
    withValue(withValue(withValue(base, at, by), notBefore ?? '', start), notAfter, end);
  const of = (authority: Authority): string | undefined => Object.entries(is).find(([, one]) => one === authority)?.[0];
  const long: Readonly<Record<Authority, Verdict['kind']>> = {
    public: 'fail',
    private: 'not-applicable',
    either: 'manual',
  };
  return [
    ...Object.entries(is).map(([by, authority]): Example => ({
      when: `it is ${by} and valid for two years`,
      given: given(by, '2026-06-01T00:00:00Z', '2028-06-01T00:00:00Z'),
      expect: long[authority],
    })),
    {
      when: 'it is valid for as long as browsers take',
      given: given(of('public'), '2026-06-01T00:00:00Z', '2026-12-17T23:59:59Z'),
      expect: 'pass',
    },
    {
      when: 'it is valid for a second longer',
      given: given(of('public'), '2026-06-01T00:00:00Z', '2026-12-18T00:00:00Z'),
      expect: 'fail',
    },
    { when: 'its end is not said', given: given(of('public'), '2026-06-01T00:00:00Z', undefined), expect: 'unknown' },
    { when: 'its start is not said', given: given(of('public'), undefined, '2026-12-18T00:00:00Z'), expect: 'unknown' },
    {
      when: 'a value of tomorrow',
      given: given('VALUE_OF_TOMORROW', '2026-06-01T00:00:00Z', '2026-07-01T00:00:00Z'),
      expect: 'unknown',
    },
    {
      when: 'who issued it is not said',
      given: given(undefined, '2026-06-01T00:00:00Z', '2026-07-01T00:00:00Z'),
      expect: 'unknown',
    },
  ];
}
