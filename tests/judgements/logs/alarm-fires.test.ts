import { describe, expect, it } from 'vitest';
import { firing } from '../../../src/judgements/logs/alarm-fires.ts';
import type { AlarmCondition, AlarmQuery } from '../../../src/services/cloudwatch/alarm.ts';
import { published, watching } from '../../checks/cloudwatch/chain.ts';

const account = '111122223333';
const more = 'GreaterThanThreshold';
const least = 'GreaterThanOrEqualToThreshold';
const less = 'LessThanThreshold';
const most = 'LessThanOrEqualToThreshold';
const zeros = { ...published, defaultValue: 0 };

type Expected = 'fires' | 'silent' | 'undecided' | 'does not look';
const said = (condition: AlarmCondition, of = published, state?: string): Expected =>
  firing(condition, of, account, state)?.kind ?? 'does not look';
const judged = (given: Parameters<typeof watching>[1], of = published, state?: string) =>
  said(watching(undefined, given), of, state);

describe('an alarm of one metric', () => {
  it.each([
    // The threshold.
    ['at least 1', { threshold: 1, comparison: least }, 'fires'],
    ['more than 0', { threshold: 0, comparison: more }, 'fires'],
    ['more than 0.5', { threshold: 0.5, comparison: more }, 'fires'],
    ['at least 0.1', { threshold: 0.1, comparison: least }, 'fires'],
    ['at least 0, which nothing counted is not', { threshold: 0, comparison: least }, 'fires'],
    ['more than 1', { threshold: 1, comparison: more }, 'silent'],
    ['at least 2', { threshold: 2, comparison: least }, 'silent'],
    ['at least a million', { threshold: 1_000_000, comparison: least }, 'silent'],
    ['less than 1', { threshold: 1, comparison: less }, 'silent'],
    ['less than 5, which many are not', { threshold: 5, comparison: less }, 'silent'],
    ['at most 1, which many are not', { threshold: 1, comparison: most }, 'silent'],
    ['at most 0', { threshold: 0, comparison: most }, 'silent'],
    ['without a threshold', { threshold: undefined }, 'undecided'],
    ['without a comparison', { comparison: undefined }, 'undecided'],
    ['outside a band', { comparison: 'LessThanLowerOrGreaterThanUpperThreshold' }, 'undecided'],
    ['above a band', { comparison: 'GreaterThanUpperThreshold' }, 'undecided'],
    ['below a band', { comparison: 'LessThanLowerThreshold' }, 'silent'],
    ['a comparison of another day', { comparison: 'EqualTo' }, 'undecided'],
    // The statistic.
    ['the sum', { statistic: 'Sum' }, 'fires'],
    ['the number of samples', { statistic: 'SampleCount' }, 'fires'],
    ['the maximum', { statistic: 'Maximum' }, 'fires'],
    ['the minimum', { statistic: 'Minimum' }, 'fires'],
    ['the average', { statistic: 'Average' }, 'fires'],
    ['the maximum, which is never 2', { statistic: 'Maximum', threshold: 2 }, 'silent'],
    ['the average, which is never more than 1', { statistic: 'Average', comparison: more }, 'silent'],
    ['a percentile', { statistic: 'p99' }, 'fires'],
    ['a percentile that few samples do not give', { statistic: 'p99', lowSampleCount: 'ignore' }, 'silent'],
    ['a percentile that few samples give', { statistic: 'p99.9', lowSampleCount: 'evaluate' }, 'fires'],
    ['a trimmed mean', { statistic: 'TM(10%:90%)' }, 'undecided'],
    ['no statistic', { statistic: '' }, 'undecided'],
    // The period.
    ['a period of a minute', { period: 60 }, 'fires'],
    ['a period of a day', { period: 86_400 }, 'fires'],
    // How many periods, and what missing ones are.
    ['1 of 1, missing ones are so', { evaluationPeriods: 1 }, 'fires'],
    ['1 of 5', { evaluationPeriods: 5, datapointsToAlarm: 1 }, 'fires'],
    [
      '1 of 5, missing ones are fine',
      { evaluationPeriods: 5, datapointsToAlarm: 1, missingData: 'notBreaching' },
      'fires',
    ],
    ['2 of 2, missing ones are fine', { evaluationPeriods: 2, missingData: 'notBreaching' }, 'silent'],
    [
      '2 of 3, missing ones are fine',
      { evaluationPeriods: 3, datapointsToAlarm: 2, missingData: 'notBreaching' },
      'silent',
    ],
    ['3 of 3, missing ones are ignored', { evaluationPeriods: 3, missingData: 'ignore' }, 'silent'],
    ['3 of 3, missing ones are missing', { evaluationPeriods: 3, missingData: 'missing' }, 'fires'],
    ['1 of 1, missing ones are fine', { missingData: 'notBreaching' }, 'fires'],
    ['1 of 1, missing ones breach', { missingData: 'breaching' }, 'silent'],
    ['2 of 2, missing ones breach', { evaluationPeriods: 2, missingData: 'breaching' }, 'silent'],
    ['1 of 1, missing ones are ignored', { missingData: 'ignore' }, 'fires'],
    ['without periods', { evaluationPeriods: undefined }, 'undecided'],
    // The unit.
    ['with the unit None', { unit: 'None' }, 'fires'],
    ['with a unit that the filter does not publish', { unit: 'Count' }, 'silent'],
    // Where the metric is.
    ['in this account by name', { account }, 'fires'],
    ['in another account', { account: '999988887777' }, 'does not look'],
  ] as const)('%s', (_name, given, expected) => {
    expect(judged(given)).toBe(expected);
  });

  it.each([
    ['the sum', { statistic: 'Sum' }, 'fires'],
    ['the maximum', { statistic: 'Maximum' }, 'fires'],
    ['the average of a minute', { statistic: 'Average', period: 60 }, 'fires'],
    ['the average of five minutes', { statistic: 'Average', period: 300 }, 'undecided'],
    ['the minimum of five minutes', { statistic: 'Minimum', period: 300 }, 'undecided'],
    ['the number of samples', { statistic: 'SampleCount' }, 'undecided'],
    ['at least 0, which it always is', { threshold: 0 }, 'silent'],
    ['less than 1, which it always is', { threshold: 1, comparison: less }, 'silent'],
    ['2 of 2', { evaluationPeriods: 2 }, 'silent'],
    ['1 of 2', { evaluationPeriods: 2, datapointsToAlarm: 1 }, 'fires'],
    ['missing ones breach, and none is missing', { missingData: 'breaching' }, 'fires'],
  ] as const)('of a filter that publishes 0 by default: %s', (_name, given, expected) => {
    expect(judged(given, zeros)).toBe(expected);
  });

  it.each([
    ['5 an event, at least 5', { value: '5' }, { threshold: 5 }, 'fires'],
    ['5 an event, more than 5', { value: '5' }, { threshold: 5, comparison: more }, 'silent'],
    ['0 an event', { value: '0' }, {}, 'silent'],
    ['0 an event, the number of samples', { value: '0' }, { statistic: 'SampleCount' }, 'fires'],
    ['less than nothing an event', { value: '-1' }, {}, 'silent'],
    ['1.0 an event', { value: '1.0' }, {}, 'fires'],
    ['a field of the event', { value: '$.size' }, {}, 'undecided'],
    ['a field of the event, the number of samples', { value: '$.size' }, { statistic: 'SampleCount' }, 'fires'],
    ['nothing that was said', { value: undefined }, {}, 'undecided'],
    ['a default of 3', { defaultValue: 3 }, { statistic: 'Maximum' }, 'silent'],
    ['counts, asked for in that unit', { unit: 'Count' }, { unit: 'Count' }, 'fires'],
    ['counts, asked for in no unit', { unit: 'Count' }, {}, 'fires'],
    ['counts, asked for without unit', { unit: 'Count' }, { unit: 'None' }, 'silent'],
  ] as const)('of a filter that publishes %s', (_name, of, given, expected) => {
    expect(judged(given, { ...published, ...of })).toBe(expected);
  });

  it('stays in alarm where it ignores periods without events', () => {
    expect(judged({ missingData: 'ignore' }, published, 'ALARM')).toBe('silent');
    expect(judged({ missingData: 'ignore' }, zeros, 'ALARM')).toBe('fires');
    expect(judged({ missingData: 'missing' }, published, 'ALARM')).toBe('fires');
  });

  it.each([
    [{ missingData: 'missing' }, published, 'INSUFFICIENT_DATA'],
    [{ missingData: 'notBreaching' }, published, 'OK'],
    [{ missingData: 'ignore' }, published, undefined],
    [{ missingData: 'missing' }, zeros, 'OK'],
  ] as const)('knows what it was before: %j', (given, of, before) => {
    expect(firing(watching(undefined, given), of, account, undefined)).toEqual({ kind: 'fires', before });
  });

  it('is of another metric', () => {
    const other = { namespace: 'Trail', name: 'Count', dimensions: [] };
    expect(said(watching({ ...other, namespace: 'Other' }))).toBe('does not look');
    expect(said(watching({ ...other, name: 'count' }))).toBe('does not look');
    expect(said(watching({ ...other, dimensions: ['User'] }))).toBe('does not look');
    expect(said(watching(), { ...published, dimensions: ['User'] })).toBe('does not look');
  });
});

const metric = (id: string, returned = false, given: object = {}): AlarmQuery => {
  const [query] = watching(undefined, given).queries;
  return { id, stat: query?.stat, expression: undefined, returned };
};
const another = (id: string): AlarmQuery => ({
  ...metric(id),
  stat: {
    metric: { namespace: 'Trail', name: 'Other', dimensions: [] },
    statistic: 'Sum',
    period: 300,
    unit: undefined,
    account: undefined,
  },
});
const math = (id: string, expression: string, returned = false): AlarmQuery => ({
  id,
  stat: undefined,
  expression,
  returned,
});

describe('an alarm that computes', () => {
  it.each([
    ['of one metric that it returns', [metric('m', true)], 'fires'],
    ['of one metric that it does not return', [metric('m')], 'does not look'],
    ['of a metric that no expression uses', [metric('m'), another('n'), math('e', 'n * 2', true)], 'does not look'],
    ['the metric, as it is', [metric('m'), math('e', 'm', true)], 'fires'],
    ['twice the metric', [metric('m'), math('e', 'm * 2', true)], 'fires'],
    ['a half of the metric', [metric('m'), math('e', 'm / 2', true)], 'silent'],
    ['less than nothing', [metric('m'), math('e', '-m', true)], 'silent'],
    ['one less', [metric('m'), math('e', 'm - 1', true)], 'silent'],
    ['with brackets', [metric('m'), math('e', '(m + 1) * 2 - 1', true)], 'fires'],
    ['with zeros filled in', [metric('m'), math('e', 'FILL(m, 0)', true)], 'fires'],
    ['with ones filled in', [metric('m'), math('e', 'FILL(m, 1)', true)], 'silent'],
    ['with repetitions filled in', [metric('m'), math('e', 'FILL(m, REPEAT)', true)], 'undecided'],
    ['a condition', [metric('m'), math('e', 'IF(m > 0, 1, 0)', true)], 'fires'],
    ['a condition that one event does not meet', [metric('m'), math('e', 'IF(m > 10, 1, 0)', true)], 'silent'],
    ['a condition without else', [metric('m'), math('e', 'IF(m >= 1, m)', true)], 'fires'],
    ['a comparison', [metric('m'), math('e', 'm >= 1 AND m < 9999999', true)], 'fires'],
    ['over a step', [metric('m'), math('e1', 'FILL(m,0)'), math('e2', 'e1 * 10', true)], 'fires'],
    [
      'over a step that leads elsewhere',
      [metric('m'), another('n'), math('e1', 'n'), math('e2', 'e1', true)],
      'does not look',
    ],
    ['the sum of one metric alone', [metric('m'), math('e', 'SUM([m])', true)], 'fires'],
    ['the sum of all, which is one', [metric('m'), math('e', 'SUM(METRICS())', true)], 'fires'],
    ['the greatest of steps', [metric('m'), math('e1', 'm * 2'), math('e', 'MAX([m, e1])', true)], 'fires'],
    ['the sum with another metric', [metric('m'), another('n'), math('e', 'm + n', true)], 'undecided'],
    ['the sum of all, which are two', [metric('m'), another('n'), math('e', 'SUM(METRICS())', true)], 'undecided'],
    ['the share of another metric', [metric('m'), another('n'), math('e', '100 * m / n', true)], 'undecided'],
    ['the sum over time', [metric('m'), math('e', 'RUNNING_SUM(m)', true)], 'undecided'],
    ['the rate', [metric('m'), math('e', 'RATE(m)', true)], 'undecided'],
    ['what is not understood', [metric('m'), math('e', 'm ?? 1', true)], 'undecided'],
    ['a band', [metric('m', true), math('ad', 'ANOMALY_DETECTION_BAND(m, 2)', true)], 'fires'],
    ['around itself', [metric('m'), math('a', 'b + m', true), math('b', 'a')], 'undecided'],
    ['of a query', [math('q', 'SELECT SUM(Count) FROM "Trail"', true)], 'undecided'],
    ['of a query of another metric', [math('q', 'SELECT SUM(Other) FROM "Trail"', true)], 'does not look'],
    [
      "of another account's metric by the same name",
      [metric('m', false, { account: '999988887777' }), math('e', 'm', true)],
      'does not look',
    ],
  ] as const)('%s', (_name, queries, expected) => {
    expect(said({ ...watching(), queries })).toBe(expected);
  });

  it('compares with a band that it computes', () => {
    const queries = [metric('m', true), math('ad', 'ANOMALY_DETECTION_BAND(m, 2)', true)];
    expect(said({ ...watching(), queries, threshold: undefined })).toBe('undecided');
  });
});
