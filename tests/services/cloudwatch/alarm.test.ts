import { describe, expect, it } from 'vitest';
import { alarm } from '../../../src/services/cloudwatch/alarm.ts';
import { collectType } from '../../helpers/resource-suite.ts';

const arn = (name: string) => `arn:aws:cloudwatch:eu-west-1:111122223333:alarm:${name}`;
const topic = 'arn:aws:sns:eu-west-1:111122223333:alerts';

describe('AWS::CloudWatch::Alarm', () => {
  it('lists every page: what alarms of metrics compare, and the rules of composite ones', async () => {
    const { records, sent } = await collectType(alarm, [], {
      DescribeAlarms: ({ NextToken }: { NextToken?: string }) =>
        NextToken === undefined
          ? {
              MetricAlarms: [
                {
                  AlarmName: 'plain',
                  AlarmArn: arn('plain'),
                  ActionsEnabled: true,
                  AlarmActions: [topic],
                  MetricName: 'Root',
                  Namespace: 'Trail',
                  Dimensions: [{ Name: 'User', Value: 'bob' }],
                  Statistic: 'Sum',
                  Period: 300,
                  Unit: 'Count',
                  Threshold: 1,
                  ComparisonOperator: 'GreaterThanThreshold',
                  EvaluationPeriods: 2,
                  DatapointsToAlarm: 1,
                  TreatMissingData: 'notBreaching',
                  StateValue: 'OK',
                  StateUpdatedTimestamp: new Date(0),
                },
              ],
              CompositeAlarms: [],
              NextToken: 'more',
            }
          : {
              MetricAlarms: [
                {
                  AlarmName: 'computed',
                  AlarmArn: arn('computed'),
                  ActionsEnabled: false,
                  Metrics: [
                    {
                      Id: 'm',
                      MetricStat: { Metric: { MetricName: 'Root', Namespace: 'Trail' }, Period: 60, Stat: 'p99' },
                      ReturnData: false,
                      AccountId: '999988887777',
                    },
                    { Id: 'e', Expression: 'm * 2' },
                  ],
                  ThresholdMetricId: 'e',
                  Threshold: 0,
                },
                { AlarmName: 'nothing', AlarmArn: arn('nothing'), ActionsEnabled: true },
              ],
              CompositeAlarms: [
                {
                  AlarmName: 'both',
                  AlarmArn: arn('both'),
                  ActionsEnabled: true,
                  AlarmActions: [topic],
                  AlarmRule: 'ALARM(plain) OR ALARM(computed)',
                  ActionsSuppressor: 'quiet',
                  StateValue: 'ALARM',
                },
              ],
            },
    });
    const root = { namespace: 'Trail', name: 'Root', dimensions: [] as string[] };
    const stat = { metric: root, statistic: 'Sum', period: 300, unit: 'Count' };
    expect(records.map(({ item }) => item)).toEqual([
      {
        id: 'both',
        arn: arn('both'),
        actionsEnabled: true,
        alarmActions: [topic],
        state: 'ALARM',
        composite: { rule: 'ALARM(plain) OR ALARM(computed)', suppressor: 'quiet' },
      },
      {
        id: 'computed',
        arn: arn('computed'),
        actionsEnabled: false,
        alarmActions: [],
        condition: {
          queries: [
            { id: 'm', stat: { metric: root, statistic: 'p99', period: 60, account: '999988887777' }, returned: false },
            { id: 'e', expression: 'm * 2', returned: true },
          ],
          missingData: 'missing',
        },
      },
      { id: 'nothing', arn: arn('nothing'), actionsEnabled: true, alarmActions: [] },
      {
        id: 'plain',
        arn: arn('plain'),
        actionsEnabled: true,
        alarmActions: [topic],
        state: 'OK',
        condition: {
          queries: [{ id: '', stat: { ...stat, metric: { ...root, dimensions: ['User'] } }, returned: true }],
          comparison: 'GreaterThanThreshold',
          threshold: 1,
          evaluationPeriods: 2,
          datapointsToAlarm: 1,
          missingData: 'notBreaching',
        },
      },
    ]);
    expect(sent).toHaveLength(2);
    expect(sent[0]?.input['AlarmTypes']).toEqual(['MetricAlarm', 'CompositeAlarm']);
  });
});
