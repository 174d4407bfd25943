import type * as sdk from '@aws-sdk/client-cloudwatch';
import type { Api } from '../../aws/api.ts';
import type { Question } from '../../inventory/joint.ts';
import type { ItemBase, JointSpec } from '../../inventory/resource.ts';
import { cloudwatch } from './service.ts';

/** A statistic of a metric for each whole day (UTC) before the collection began. */
export interface DailyMetric {
  /** The first day asked for and the day after the last, `2026-05-18` and `2026-06-01`. */
  readonly from: string;
  readonly until: string;
  /** By day. A day of which CloudWatch has no data point is left out: that is not zero. */
  readonly values: Readonly<Record<string, number>>;
}

interface MetricSpec<I> {
  readonly namespace: string | ((item: I) => string);
  readonly name: string | ((item: I) => string);
  /**
   * Of a metric that is documented to be sent only where something happened: since when the resource is there, ISO 8601. On whole days
   * from then on of which CloudWatch has no data point it is 0.
   */
  readonly zeroSince?: (item: I) => string | undefined;
  readonly stat: 'Average' | 'Sum' | 'Minimum' | 'Maximum' | 'SampleCount';
  /** The setting, an integer, by which checks say how many days they look back. */
  readonly window: string;
  /** Which resources have the metric; of the others nothing is asked, and the facet is absent. */
  readonly only?: (item: I) => boolean;
  readonly dimensions: (item: I) => Readonly<Record<string, string>>;
}

interface MetricQuestion extends Question {
  readonly metric: sdk.MetricStat;
  readonly from: Date;
  readonly until: Date;
  /** Of a day from this moment on, nothing said is 0. */
  readonly zeroSince: Date | undefined;
}

const dayMs = 86_400_000;
const textOf = <I>(given: string | ((item: I) => string), item: I): string =>
  typeof given === 'string' ? given : given(item);

/**
 * A facet with a daily statistic of a metric. The metrics of a region are asked for together, of all types: CloudWatch takes 500 in a
 * request and bills each (https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html).
 */
export const metric = <I extends ItemBase>(spec: MetricSpec<I>): JointSpec<I, DailyMetric> => ({
  service: cloudwatch,
  calls: ['GetMetricData'],
  key: 'metrics',
  most: 500,
  unit: 'metrics',
  spoiledBy: [],
  window: spec.window,
  ask: (item, { now, days }): MetricQuestion | undefined => {
    if (spec.only?.(item) === false) return undefined;
    const until = Math.floor(now.getTime() / dayMs) * dayMs;
    const [Namespace, MetricName] = [textOf(spec.namespace, item), textOf(spec.name, item)];
    const since = spec.zeroSince?.(item);
    const Dimensions = Object.entries(spec.dimensions(item)).map(([Name, Value]) => ({ Name, Value }));
    return {
      id: JSON.stringify([Namespace, MetricName, spec.stat, Dimensions]),
      metric: {
        Metric: { Namespace, MetricName, Dimensions },
        Period: dayMs / 1000,
        Stat: spec.stat,
      },
      from: new Date(until - days * dayMs),
      until: new Date(until),
      zeroSince: since === undefined ? undefined : new Date(since),
    };
  },
  read: readMetrics,
});

interface Found {
  status: string | undefined;
  readonly values: Map<string, number>;
}

const malformed = 'MalformedResult';
const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

/**
 * One request with its pages. A page may hold a part of a metric's data points: what counts is the status on the last one
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDataResult.html).
 */
async function readMetrics(
  api: Api<typeof sdk, 'GetMetricData'>,
  questions: readonly MetricQuestion[],
): Promise<ReadonlyMap<string, DailyMetric | Error>> {
  const from = Math.min(...questions.map((question) => question.from.getTime()));
  const until = Math.max(...questions.map((question) => question.until.getTime()));
  const found = new Map<string, Found>();
  const pages = api.pages('GetMetricData', {
    MetricDataQueries: questions.map(({ metric: MetricStat }, index) => ({ Id: `m${index}`, MetricStat })),
    StartTime: new Date(from),
    EndTime: new Date(until),
    ScanBy: 'TimestampAscending',
  });
  for await (const { MetricDataResults } of pages) {
    for (const { Id = '', StatusCode, Timestamps = [], Values = [] } of MetricDataResults ?? []) {
      const one: Found = found.get(Id) ?? { status: undefined, values: new Map() };
      found.set(Id, one);
      // A value without its day, or a day without its value, is no answer.
      one.status = one.status === malformed || Timestamps.length !== Values.length ? malformed : StatusCode;
      Timestamps.forEach((at, index) => {
        const value = Values[index];
        if (value !== undefined) one.values.set(dayOf(at), value);
      });
    }
  }
  const answers = new Map<string, DailyMetric | Error>();
  questions.forEach((question, index) => {
    const one = found.get(`m${index}`);
    if (one !== undefined) answers.set(question.id, one.status === 'Complete' ? dailyOf(question, one) : failed(one));
  });
  return answers;
}

function dailyOf(question: MetricQuestion, { values }: Found): DailyMetric {
  const [from, until] = [dayOf(question.from), dayOf(question.until)];
  const within = [...zerosOf(question), ...values]
    .filter(([day]) => from <= day && day < until)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return { from, until, values: Object.fromEntries(within) };
}

/** Days that are 0 where nothing is said of them: what is said of one, coming later, holds. */
function zerosOf({ from, until, zeroSince }: MetricQuestion): [string, number][] {
  const found: [string, number][] = [];
  if (zeroSince === undefined) return found;
  for (let at = from.getTime(); at < until.getTime(); at += dayMs)
    if (zeroSince.getTime() <= at) found.push([dayOf(new Date(at)), 0]);
  return found;
}

/** `Forbidden` is a denial by its name; `PartialData` and `InternalError` are failures: what is there may lack days. */
const failed = ({ status = 'NoStatus' }: Found): Error =>
  Object.assign(new Error(`CloudWatch ends the metric with ${status}`), { name: status });
