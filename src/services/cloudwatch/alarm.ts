import type { CompositeAlarm, MetricAlarm, MetricDataQuery } from '@aws-sdk/client-cloudwatch';
import { resource } from '../../inventory/resource.ts';
import { cloudwatch } from './service.ts';

/** A metric by name; `dimensions` are the names of those it is narrowed to. */
export interface MetricRef {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: readonly string[];
}

/** A metric read as one value a period. */
export interface MetricStat {
  readonly metric: MetricRef;
  /** `Sum`, `p99`… */
  readonly statistic: string | undefined;
  /** Seconds. */
  readonly period: number | undefined;
  /** Only values published with this unit count; undefined: all. */
  readonly unit: string | undefined;
  /** The account that the metric is in, when it is named. */
  readonly account: string | undefined;
}

/** One of the things that an alarm computes its value of: a metric, or an expression over others. */
export interface AlarmQuery {
  readonly id: string;
  readonly stat: MetricStat | undefined;
  readonly expression: string | undefined;
  /** The alarm compares this one with its threshold. */
  readonly returned: boolean;
}

/** What a metric alarm compares (https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricAlarm.html). */
export interface AlarmCondition {
  readonly queries: readonly AlarmQuery[];
  readonly comparison: string | undefined;
  /** Undefined also where the threshold is a band that a query gives. */
  readonly threshold: number | undefined;
  readonly evaluationPeriods: number | undefined;
  readonly datapointsToAlarm: number | undefined;
  /** `breaching`, `notBreaching`, `ignore`, or `missing`, which is what it is when nothing is said. */
  readonly missingData: string;
  /** `ignore`: with few values a percentile says nothing. */
  readonly lowSampleCount: string | undefined;
}

/** When a composite alarm is in alarm, and what keeps its actions back. */
export interface CompositeCondition {
  readonly rule: string;
  readonly suppressor: string | undefined;
}

/** An alarm of metrics (`condition`) or over other alarms (`composite`); with neither, of something else. */
export const alarm = resource(cloudwatch, 'AWS::CloudWatch::Alarm', {
  revision: 2,
  calls: ['DescribeAlarms'],
  narrows: {
    DescribeAlarms: {
      AlarmNames: 'unless given',
      AlarmNamePrefix: 'unless given',
      AlarmTypes: 'hides log alarms: they watch no metric',
      ChildrenOfAlarmName: 'unless given',
      ParentsOfAlarmName: 'unless given',
      StateValue: 'unless given',
      ActionPrefix: 'unless given',
    },
  },
  resumable: 'DescribeAlarms',
  async *list(api) {
    // Without types, AWS answers with metric alarms alone.
    const input = { AlarmTypes: ['MetricAlarm' as const, 'CompositeAlarm' as const], MaxRecords: 100 };
    for await (const { MetricAlarms = [], CompositeAlarms = [] } of api.pages('DescribeAlarms', input)) {
      for (const found of MetricAlarms) {
        const common = commonOf(found);
        if (common !== undefined) yield { ...common, condition: conditionOf(found), composite: undefined };
      }
      for (const found of CompositeAlarms) {
        const { AlarmRule, ActionsSuppressor } = found;
        const common = commonOf(found);
        if (common === undefined) continue;
        const composite: CompositeCondition | undefined =
          AlarmRule === undefined ? undefined : { rule: AlarmRule, suppressor: ActionsSuppressor };
        yield { ...common, condition: undefined, composite };
      }
    }
  },
  arn: ({ id }, { partition, region, account }) => `arn:${partition}:cloudwatch:${region}:${account}:alarm:${id}`,
});

function commonOf({
  AlarmName,
  AlarmArn,
  ActionsEnabled,
  AlarmActions = [],
  StateValue,
}: MetricAlarm | CompositeAlarm) {
  if (AlarmName === undefined) return undefined;
  return {
    id: AlarmName,
    arn: AlarmArn,
    actionsEnabled: ActionsEnabled,
    alarmActions: AlarmActions,
    /** `OK`, `ALARM` or `INSUFFICIENT_DATA`, when it was read. */
    state: StateValue as string | undefined,
  };
}

function conditionOf(found: MetricAlarm): AlarmCondition | undefined {
  const queries = queriesOf(found);
  if (queries.length === 0) return undefined;
  return {
    queries,
    comparison: found.ComparisonOperator,
    threshold: found.ThresholdMetricId === undefined ? found.Threshold : undefined,
    evaluationPeriods: found.EvaluationPeriods,
    datapointsToAlarm: found.DatapointsToAlarm,
    missingData: found.TreatMissingData ?? 'missing',
    lowSampleCount: found.EvaluateLowSampleCountPercentile,
  };
}

/** One metric of its own, or several of which it computes. */
function queriesOf(found: MetricAlarm): AlarmQuery[] {
  const { Metrics = [], Statistic, ExtendedStatistic, Period, Unit } = found;
  const metric = metricOf(found);
  const own: AlarmQuery[] =
    metric === undefined
      ? []
      : [
          {
            id: '',
            stat: { metric, statistic: Statistic ?? ExtendedStatistic, period: Period, unit: Unit, account: undefined },
            expression: undefined,
            returned: true,
          },
        ];
  return [...own, ...Metrics.map(queryOf)];
}

/** A query is returned unless it says that it is not. */
function queryOf({ Id = '', MetricStat, Expression, ReturnData = true, AccountId }: MetricDataQuery): AlarmQuery {
  const metric = metricOf(MetricStat?.Metric);
  return {
    id: Id,
    stat: metric && {
      metric,
      statistic: MetricStat?.Stat,
      period: MetricStat?.Period,
      unit: MetricStat?.Unit,
      account: AccountId,
    },
    expression: Expression,
    returned: ReturnData,
  };
}

function metricOf(metric: Pick<MetricAlarm, 'MetricName' | 'Namespace' | 'Dimensions'> | undefined) {
  if (metric?.MetricName === undefined || metric.Namespace === undefined) return undefined;
  const dimensions = (metric.Dimensions ?? []).map(({ Name = '' }) => Name);
  return { namespace: metric.Namespace, name: metric.MetricName, dimensions };
}
