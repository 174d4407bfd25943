import { resource } from '../../inventory/resource.ts';
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
export const metricFilter = resource(logs, 'AWS::Logs::MetricFilter', {
  revision: 2,
  calls: ['DescribeMetricFilters'],
  narrows: {
    DescribeMetricFilters: {
      logGroupName: 'unless given',
      filterNamePrefix: 'unless given',
      metricName: 'unless given',
      metricNamespace: 'unless given',
    },
  },
  resumable: 'DescribeMetricFilters',
  async *list(api) {
    for await (const page of api.pages('DescribeMetricFilters', { limit: 50 })) {
      for (const found of page.metricFilters ?? []) {
        const {
          filterName,
          logGroupName,
          filterPattern = '',
          metricTransformations = [],
          emitSystemFieldDimensions = [],
        } = found;
        if (filterName === undefined || logGroupName === undefined) continue;
        yield {
          id: `${logGroupName}/${filterName}`,
          name: filterName,
          logGroup: logGroupName,
          pattern: filterPattern,
          // It does not see every event of the log group as it came.
          limited: (found.fieldSelectionCriteria ?? '') !== '' || found.applyOnTransformedLogs === true,
          metrics: metricTransformations.map(
            ({
              metricNamespace = '',
              metricName = '',
              dimensions = {},
              metricValue,
              defaultValue,
              unit,
            }): Published => ({
              namespace: metricNamespace,
              name: metricName,
              dimensions: [...Object.keys(dimensions), ...emitSystemFieldDimensions],
              value: metricValue,
              defaultValue,
              unit,
            }),
          ),
        };
      }
    }
  },
  // AWS gives filters no ARN; this one continues that of the log group.
  arn: ({ logGroup, name }, { partition, region, account }) =>
    `arn:${partition}:logs:${region}:${account}:log-group:${logGroup}:metric-filter:${name}`,
});
