import type { Metric } from '@aws-sdk/client-cloudwatch';
import { resource } from '../../inventory/resource.ts';
import { cloudwatch } from './service.ts';

/** A metric by name; `dimensions` are the names of those it is narrowed to. */
export interface MetricRef {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: readonly string[];
}

/** A metric alarm; composite alarms are another type. */
export const alarm = resource(cloudwatch, 'AWS::CloudWatch::Alarm', {
  calls: ['DescribeAlarms'],
  resumable: 'DescribeAlarms',
  async *list(api) {
    for await (const page of api.pages('DescribeAlarms', { AlarmTypes: ['MetricAlarm'], MaxRecords: 100 })) {
      for (const found of page.MetricAlarms ?? []) {
        const { AlarmName, AlarmArn, ActionsEnabled, AlarmActions = [], Metrics = [] } = found;
        if (AlarmName === undefined) continue;
        yield {
          id: AlarmName,
          arn: AlarmArn,
          actionsEnabled: ActionsEnabled === true,
          alarmActions: AlarmActions,
          // One metric of its own, or several of which it computes.
          metrics: [metricOf(found), ...Metrics.map(({ MetricStat }) => metricOf(MetricStat?.Metric))].filter(
            (metric) => metric !== undefined,
          ),
        };
      }
    }
  },
  arn: ({ id }, { partition, region, account }) => `arn:${partition}:cloudwatch:${region}:${account}:alarm:${id}`,
});

function metricOf(metric: Metric | undefined): MetricRef | undefined {
  if (metric?.MetricName === undefined || metric.Namespace === undefined) return undefined;
  return {
    namespace: metric.Namespace,
    name: metric.MetricName,
    dimensions: (metric.Dimensions ?? []).map(({ Name = '' }) => Name),
  };
}
