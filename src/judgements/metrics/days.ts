import type { DailyMetric } from '../../services/cloudwatch/metric.ts';

export interface Days {
  /** Of which CloudWatch has data points for all metrics, and the test is true of them. */
  readonly matching: readonly string[];
  /** Days on which the test may have been true: data points are missing although the resource was there. */
  readonly silent: readonly string[];
  /** The day after the last. */
  readonly until: string;
}

const dayMs = 86_400_000;

/**
 * Counts the whole days before a collection on which daily metrics are as a test says.
 * @param days how many days count, back from the last that was asked for
 * @param since ISO time since which the resource has been there without a break; undefined: not known, any day counts
 * @param test gets the day's values in the order of the metrics; `undefined` where CloudWatch has none, and gives `undefined` where
 *   these leave it open
 */
export function countDays(
  metrics: readonly [DailyMetric, ...DailyMetric[]],
  days: number,
  since: string | undefined,
  test: (values: readonly (number | undefined)[]) => boolean | undefined,
): Days {
  const [{ until }] = metrics;
  const end = Date.parse(until);
  const matching: string[] = [];
  const silent: string[] = [];
  for (let at = end - days * dayMs; at < end; at += dayMs) {
    const day = new Date(at).toISOString().slice(0, 10);
    const verdict = test(metrics.map(({ values }) => values[day]));
    if (verdict === true) matching.push(day);
    // A day on which it was not there all the time need not have data points. What is no time says nothing.
    else if (verdict === undefined && !(Date.parse(since ?? '') > at)) silent.push(day);
  }
  return { matching, silent, until };
}
