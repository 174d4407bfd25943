import type { ClassifiedBy, Context, SettingSpec, Verdict } from '../../engine/check.ts';
import { fail, notApplicable, pass, unknown } from '../../engine/check.ts';
import type { None, Rest, Whole } from '../../engine/forms/form.ts';
import type { Example } from '../../engine/forms/judged.ts';
import { judged } from '../../engine/forms/judged.ts';
import type { PathOf, ValueAt } from '../../engine/forms/path.ts';
import type { AnyResourceType, FacetsOf, ItemOf } from '../../inventory/resource.ts';
import type { DailyMetric } from '../../services/cloudwatch/metric.ts';
import { countDays } from './days.ts';

/** Facets that are daily metrics. */
type MetricOf<R> = {
  [K in keyof FacetsOf<R> & string]: FacetsOf<R>[K] extends DailyMetric ? K : never;
}[keyof FacetsOf<R> & string];
/** `days` is how many days back are looked at: the metrics' window. */
type Windowed = Readonly<Record<string, SettingSpec>> & {
  readonly days: { readonly type: 'integer'; readonly default: number };
};
type Numbers<S> = Context<S, None>['settings'];
type Values<K extends string> = Readonly<Record<K, number | undefined>>;

interface Days<R extends AnyResourceType, K extends string, S> {
  readonly metrics: readonly [K, ...K[]];
  /** Metrics that only some of the resources have: `day` knows by the resource which, and gets no value of the others. */
  readonly also?: readonly K[];
  /** Whether a day counts; undefined where its values leave that open. A value is undefined where CloudWatch has no data point. */
  readonly day: (values: Values<K>, settings: Numbers<S>, subject: ItemOf<R>) => boolean | undefined;
  /** Values of a day that counts and of one that does not, for the test. */
  readonly such: (settings: Numbers<S>) => { readonly counts: Record<K, number>; readonly not: Record<K, number> };
  /** The setting that says how many such days are too many. */
  readonly fewerThan: { [N in keyof S & string]: S[N] extends { readonly type: 'integer' } ? N : never }[keyof S &
    string];
  /** What the resource did on such a day: `used 10 % of its CPU or less`. */
  readonly what: (settings: Numbers<S>, subject: ItemOf<R>) => string;
  /** Since when it has been there without a break: days before need no data points. */
  readonly since?: PathOf<Whole<R>>;
  /** Where it is anything else, days without data points say nothing and it is judged by the others alone. */
  readonly only?: {
    [P in PathOf<Whole<R>>]: { readonly at: P; readonly is: ValueAt<Whole<R>, P>; readonly because: string };
  }[PathOf<Whole<R>>];
}

/**
 * A check that on few of the last days a metric, or several together, was as a test says: a day without data points may have been.
 */
export const fewDays = <
  R extends AnyResourceType,
  const K extends MetricOf<R>,
  const S extends Windowed,
  const I extends string = string,
>(
  resource: R,
  id: I,
  spec: ClassifiedBy<I> & Rest<R, never, S, None> & { readonly settings: S } & Days<R, K, S>,
) => {
  const { metrics, also, day, such, fewerThan, what, since, only, ...rest } = spec as unknown as Rest<
    R,
    never,
    S,
    None
  > &
    Loose;
  const loose: Loose = { metrics, also, day, such, fewerThan, what, since, only };
  return judged<R, never, S>(resource, id, {
    ...(rest as Rest<R, never, S, None>),
    needs: [...metrics, ...(also ?? [])] as never[],
    judge: (subject, { settings }) => judge(subject, settings as Settings, loose),
    examples: () => examplesOf(defaultsOf(spec.settings), loose),
  });
};

type Settings = Readonly<Record<string, number>>;
type Named = Readonly<Record<string, unknown>> & { readonly name: string };
interface Loose {
  readonly metrics: readonly [string, ...string[]];
  readonly also: readonly string[] | undefined;
  readonly day: (values: Values<string>, settings: Settings, subject: Named) => boolean | undefined;
  readonly such: (settings: Settings) => Readonly<Record<'counts' | 'not', Readonly<Record<string, number>>>>;
  readonly fewerThan: string;
  readonly what: (settings: Settings, subject: Named) => string;
  readonly since: string | undefined;
  readonly only: { readonly at: string; readonly is: unknown; readonly because: string } | undefined;
}

function judge(subject: Named, settings: Settings, loose: Loose): Verdict {
  const { metrics, also = [], day, fewerThan, what, since, only } = loose;
  const { name } = subject;
  const days = Number(settings['days']);
  const most = Number(settings[fewerThan]);
  const [first, ...others] = metrics;
  const all = [...metrics, ...also];
  // Of what has no such metric nothing was asked.
  if (metrics.some((facet) => subject[facet] === undefined)) return unknown(`AWS has no such metric of ${name}`);
  const daily = subject[first] as DailyMetric;
  const none: DailyMetric = { ...daily, values: {} };
  const { matching, silent, until } = countDays(
    [daily, ...[...others, ...also].map((facet) => (subject[facet] as DailyMetric | undefined) ?? none)],
    days,
    since === undefined ? undefined : (subject[since] as string | undefined),
    (values) => day(Object.fromEntries(all.map((facet, i) => [facet, values[i]])), settings, subject),
  );
  const of = `of the ${days} days before ${until}`;
  const observed = { days: matching };
  const did = `${name} ${what(settings, subject)} on ${matching.length} ${of}`;
  if (matching.length >= most) return fail(`${did}; expected fewer than ${most}`, observed);
  const is = only === undefined ? undefined : subject[only.at];
  if (only !== undefined && is === undefined) return unknown(`AWS does not say the ${only.at} of ${name}`);
  if (only !== undefined && is !== only.is) return notApplicable(`${name} ${only.because}`);
  if (matching.length + silent.length >= most)
    return unknown(`CloudWatch has no data points of ${name} for ${silent.length} ${of}`);
  return pass(`${did}, fewer than ${most}`, observed);
}

const defaultsOf = (settings: Readonly<Record<string, SettingSpec>>): Settings =>
  Object.fromEntries(Object.entries(settings).map(([name, { default: value }]) => [name, Number(value)]));

const dayMs = 86_400_000;

/** The cases of each check of the form, from what it says of a day that counts and one that does not. */
function examplesOf(settings: Settings, { metrics, also = [], such, fewerThan, since, only }: Loose): Example[] {
  const days = Number(settings['days']);
  const most = Number(settings[fewerThan]);
  const { counts, not } = such(settings);
  const until = Date.parse('2026-06-01');
  const dayAt = (back: number): string => new Date(until - (back + 1) * dayMs).toISOString().slice(0, 10);
  /** The last days first: so many that count, so many that do not, and before them none. */
  const having = (counting: number, others: number, left: readonly string[] = []): Record<string, unknown> =>
    Object.fromEntries(
      [...metrics, ...also].map((facet) => {
        const value = (back: number): number => Number((back < counting ? counts : not)[facet]);
        const values = left.includes(facet)
          ? []
          : Array.from({ length: counting + others }, (_, back) => [dayAt(back), value(back)]);
        return [facet, { from: dayAt(days - 1), until: '2026-06-01', values: Object.fromEntries(values) }];
      }),
    );
  const there = {
    ...(since === undefined ? {} : { [since]: '2020-01-01T00:00:00.000Z' }),
    ...(only === undefined ? {} : { [only.at]: only.is }),
  };
  const case_ = (when: string, given: object, expect: Example['expect'], more: object = {}): Example => ({
    when,
    given: { ...there, ...given },
    expect,
    ...more,
  });
  const gone = { [only?.at ?? '']: 'something else' };
  return [
    case_('no day counts', having(0, days), 'pass'),
    case_('one day too few counts', having(most - 1, days - most + 1), 'pass'),
    case_('enough days count', having(most, days - most), 'fail'),
    case_('there are no data points', having(0, 0), 'unknown'),
    case_('one metric has none, on days that may count', having(most, days - most, [metrics[0]]), 'unknown'),
    case_('silent days would be enough with those that count', having(1, days - most), 'unknown'),
    case_('silent days would not be enough', having(0, days - most + 1), 'pass'),
    case_('more days count than were asked for', having(0, days), 'unknown', { settings: { days: days + most } }),
    case_('other limits are set', having(2, 0), 'fail', { settings: { days: 2, [fewerThan]: 2 } }),
    ...(since === undefined
      ? []
      : [
          case_(
            'it was not there on the silent days',
            { ...having(0, 0), [since]: `${dayAt(0)}T12:00:00.000Z` },
            'pass',
          ),
          case_('it is not told since when it is there', { ...having(0, 0), [since]: undefined }, 'unknown'),
        ]),
    ...(only === undefined
      ? []
      : [
          case_(`it is silent and not ${String(only.is)}`, { ...having(0, 0), ...gone }, 'not-applicable'),
          case_(
            `it is not said whether it is ${String(only.is)}`,
            { ...having(0, 0), [only.at]: undefined },
            'unknown',
          ),
          case_(`it is not ${String(only.is)} after days that count`, { ...having(most, 0), ...gone }, 'fail'),
        ]),
  ];
}
