import { listed } from '../../inventory/listed.ts';
import type { MetricRef } from '../cloudwatch/alarm.ts';
import { logs } from './service.ts';

/**
 * The metric that a filter publishes, and what: `value` for each event, a number or the name of one of its fields;
 * `defaultValue` when events came and none matched
 * (https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_MetricTransformation.html).
 */
export interface Published extends MetricRef {
  readonly value: string | undefined;
  readonly defaultValue: number | undefined;
  /** Undefined stands for `None`. */
  readonly unit: string | undefined;
}

/** A metric filter; its name is unique within its log group. Asked without a log group, AWS gives those of all. */
export const metricFilter = listed(logs, 'AWS::Logs::MetricFilter', 'DescribeMetricFilters', {
  revision: 2,
  at: 'metricFilters',
  input: { limit: 50 },
  narrows: {
    logGroupName: 'unless given',
    filterNamePrefix: 'unless given',
    metricName: 'unless given',
    metricNamespace: 'unless given',
  },
  id: ({ filterName, logGroupName }) =>
    filterName === undefined || logGroupName === undefined ? undefined : `${logGroupName}/${filterName}`,
  keep: {
    name: 'filterName',
    logGroup: 'logGroupName',
    pattern: ({ filterPattern = '' }) => filterPattern,
    limited: (found) => (found.fieldSelectionCriteria ?? '') !== '' || found.applyOnTransformedLogs === true,
    metrics: ({ metricTransformations = [], emitSystemFieldDimensions = [] }) =>
      metricTransformations.map(
        ({ metricNamespace = '', metricName = '', dimensions = {}, metricValue, defaultValue, unit }): Published => ({
          namespace: metricNamespace,
          name: metricName,
          dimensions: [...Object.keys(dimensions), ...emitSystemFieldDimensions],
          value: metricValue,
          defaultValue,
          unit,
        }),
      ),
  },
  arn: ({ logGroup, name }, { partition, region, account }) =>
    `arn:${partition}:logs:${region}:${account}:log-group:${logGroup}:metric-filter:${name}`,
});
