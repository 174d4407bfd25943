import type { AlarmCondition, AlarmQuery, MetricRef, MetricStat } from '../../services/cloudwatch/alarm.ts';
import type { Published } from '../../services/logs/metric-filter.ts';
import { evaluateMath, idsIn, type MathValue } from './alarm-expression.ts';

/**
 * What an alarm does when a filter counts one event: it goes into alarm, coming from `before` where that is known; it
 * does not; or the facts do not decide. `why` goes on after the alarm's name.
 */
export type Firing =
  | { readonly kind: 'fires'; readonly before: 'OK' | 'INSUFFICIENT_DATA' | undefined }
  | { readonly kind: 'undecided' | 'silent'; readonly why: string };

const silent = (why: string): Firing => ({ kind: 'silent', why });
const undecided = (why: string): Firing => ({ kind: 'undecided', why });

/**
 * Whether one matching event makes a metric alarm fire, and any number more does not keep it from doing so
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html).
 * @param state the alarm's state when it was read
 * @returns undefined when the alarm does not look at the metric
 */
export function firing(
  condition: AlarmCondition,
  published: Published,
  account: string,
  state: string | undefined,
): Firing | undefined {
  const { queries, comparison, threshold } = condition;
  const returned = queries.find((query) => query.returned);
  if (returned === undefined || !looksAt(returned, queries, published, account)) return undefined;
  if (/^\s*SELECT\b/i.test(returned.expression ?? ''))
    return undecided('compares the answer of a Metrics Insights query');
  const breaches = comparison === undefined ? undefined : comparisons[comparison];
  if (comparison !== undefined && breaches === undefined)
    return comparison === 'LessThanLowerThreshold'
      ? silent('fires when there are fewer than usual')
      : undecided('compares with a band of what is usual, which is not known');
  if (breaches === undefined || threshold === undefined)
    return undecided(queries.length > 1 ? 'compares with a threshold that it computes' : 'came without its threshold');

  const value = (events: number): MathValue => valueOf(returned, queries, published, account, condition, events);
  const none = value(0);
  if (none === 'unknown') return undecided(reasonFor(returned));
  const always = none === 'missing' ? condition.missingData === 'breaching' : breaches(none, threshold);
  if (always)
    return silent(none === 'missing' ? 'is in alarm whenever nothing is counted' : 'is in alarm without any event');
  for (const events of [1, 1_000_000]) {
    const found = value(events);
    if (found === 'unknown') return undecided(reasonFor(returned));
    if (found === 'missing') return silent('gets no value of an event');
    if (!breaches(found, threshold)) {
      const asked = `asks for ${words[comparison ?? '']} ${threshold}`;
      return silent(
        events === 1 ? `${asked}, and one event gives ${found}` : `${asked}, which many events do not give`,
      );
    }
  }
  return lasting(condition, none, state);
}

const comparisons: Readonly<Record<string, (value: number, threshold: number) => boolean>> = {
  GreaterThanThreshold: (value, threshold) => value > threshold,
  GreaterThanOrEqualToThreshold: (value, threshold) => value >= threshold,
  LessThanThreshold: (value, threshold) => value < threshold,
  LessThanOrEqualToThreshold: (value, threshold) => value <= threshold,
};
const words: Readonly<Record<string, string>> = {
  GreaterThanThreshold: 'more than',
  GreaterThanOrEqualToThreshold: 'at least',
  LessThanThreshold: 'less than',
  LessThanOrEqualToThreshold: 'at most',
};

/**
 * Whether one value that breaches is enough. Several are not, but where nothing is published without an event: then the
 * alarm fires when the value has become as old as so many periods and only missing ones have followed
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html).
 */
function lasting(condition: AlarmCondition, none: MathValue, state: string | undefined): Firing {
  const { evaluationPeriods, datapointsToAlarm = evaluationPeriods, missingData } = condition;
  if (datapointsToAlarm === undefined) return undecided('came without its evaluation periods');
  const alone = none === 'missing';
  if (datapointsToAlarm > 1 && !(alone && missingData === 'missing'))
    return silent(`fires after ${datapointsToAlarm} periods with events`);
  if (alone && missingData === 'ignore') {
    return state === 'ALARM'
      ? silent('is in alarm and stays so, since it ignores periods without events')
      : { kind: 'fires', before: undefined };
  }
  return { kind: 'fires', before: alone && missingData === 'missing' ? 'INSUFFICIENT_DATA' : 'OK' };
}

/** With dimensions a filter publishes many metrics, and an alarm that names one of their values sees some events only. */
const isSame = (looked: MetricRef, published: MetricRef): boolean =>
  looked.namespace === published.namespace &&
  looked.name === published.name &&
  looked.dimensions.length === 0 &&
  published.dimensions.length === 0;

const isIt = ({ metric, account }: MetricStat, published: Published, own: string): boolean =>
  isSame(metric, published) && (account === undefined || account === own);

/** Whether a query, or one that its expression is computed of, is of the metric. */
function looksAt(
  query: AlarmQuery,
  queries: readonly AlarmQuery[],
  published: Published,
  account: string,
  seen: ReadonlySet<string> = new Set(),
): boolean {
  if (query.stat !== undefined && isIt(query.stat, published, account)) return true;
  const { expression, id } = query;
  if (expression === undefined || seen.has(id)) return false;
  if (/^\s*SELECT\b/i.test(expression)) return expression.includes(published.name);
  const ids = idsIn(
    expression,
    queries.map((other) => other.id).filter((other) => other !== id),
  );
  return queries.some(
    (other) => ids.includes(other.id) && looksAt(other, queries, published, account, new Set([...seen, id])),
  );
}

const reasonFor = ({ stat, expression }: AlarmQuery): string =>
  expression === undefined
    ? `compares ${stat?.statistic ?? 'an unnamed statistic'}, which one event does not decide`
    : `compares ${expression}, which one event does not decide`;

/** What a query gives for a period in which so many events matched. */
function valueOf(
  query: AlarmQuery,
  queries: readonly AlarmQuery[],
  published: Published,
  account: string,
  condition: AlarmCondition,
  events: number,
  depth = 0,
): MathValue {
  const of = (other: AlarmQuery): MathValue =>
    depth > queries.length ? 'unknown' : valueOf(other, queries, published, account, condition, events, depth + 1);
  if (query.expression === undefined) {
    return query.stat !== undefined && isIt(query.stat, published, account)
      ? statisticOf(query.stat, published, condition, events)
      : 'unknown';
  }
  return evaluateMath(
    query.expression,
    (id) => {
      const other = queries.find((each) => each.id === id);
      return other && of(other);
    },
    queries.filter(({ stat }) => stat !== undefined).map(of),
  );
}

const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** The statistics of values that are all the same, and there is one for each event. */
function statisticOf(
  { statistic = '', period = 0, unit }: MetricStat,
  published: Published,
  { lowSampleCount }: AlarmCondition,
  events: number,
): MathValue {
  if (unit !== undefined && unit !== (published.unit ?? 'None')) return 'missing';
  const { defaultValue } = published;
  if (events === 0) {
    if (defaultValue === undefined) return 'missing';
    // How often events come that do not match is not known.
    return statistic === 'SampleCount' || (statistic === 'Sum' && defaultValue !== 0) ? 'unknown' : defaultValue;
  }
  if (statistic === 'SampleCount') return defaultValue === undefined ? events : 'unknown';
  const text = published.value ?? '';
  if (!number.test(text.trim())) return 'unknown';
  const value = Number(text);
  if (statistic === 'Sum') return defaultValue === undefined || defaultValue === 0 ? value * events : 'unknown';
  if (statistic === 'Maximum') return Math.max(value, defaultValue ?? value);
  const percentile = /^p(\d+(?:\.\d+)?)$/.exec(statistic)?.[1];
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/percentiles-with-low-samples.html
  if (percentile !== undefined && lowSampleCount === 'ignore' && events === 1) return 'missing';
  // In periods of more than a minute, the default value of the others counts too.
  const mixed = defaultValue !== undefined && defaultValue !== value && period > 60;
  if (mixed) return 'unknown';
  if (statistic === 'Average' || statistic === 'Minimum' || percentile !== undefined) return value;
  return 'unknown';
}
