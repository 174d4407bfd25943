import { resource } from '../../inventory/resource.ts';
import type { MetricRef } from '../cloudwatch/alarm.ts';
import { logs } from './service.ts';

/** A metric filter; its name is unique within its log group. Asked without a log group, AWS gives those of all. */
export const metricFilter = resource(logs, 'AWS::Logs::MetricFilter', {
  calls: ['DescribeMetricFilters'],
  resumable: 'DescribeMetricFilters',
  async *list(api) {
    for await (const page of api.pages('DescribeMetricFilters', { limit: 50 })) {
      for (const found of page.metricFilters ?? []) {
        const { filterName, logGroupName, filterPattern = '', metricTransformations = [] } = found;
        if (filterName === undefined || logGroupName === undefined) continue;
        yield {
          id: `${logGroupName}/${filterName}`,
          name: filterName,
          logGroup: logGroupName,
          pattern: filterPattern,
          // It does not see every event of the log group as it came.
          limited: (found.fieldSelectionCriteria ?? '') !== '' || found.applyOnTransformedLogs === true,
          metrics: metricTransformations.map(
            ({ metricNamespace = '', metricName = '', dimensions = {} }): MetricRef => ({
              namespace: metricNamespace,
              name: metricName,
              dimensions: Object.keys(dimensions),
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
