import { describe, expect, it } from 'vitest';
import { alarm } from '../../../src/services/cloudwatch/alarm.ts';
import { awsError, collectType } from '../../helpers/resource-suite.ts';

const arn = (name: string) => `arn:aws:cloudwatch:eu-west-1:111122223333:alarm:${name}`;
const topic = 'arn:aws:sns:eu-west-1:111122223333:alerts';

describe('AWS::CloudWatch::Alarm', () => {
  it('lists every page, with the metric of an alarm or those it computes of', async () => {
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
                  StateUpdatedTimestamp: new Date(0),
                },
              ],
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
                      MetricStat: { Metric: { MetricName: 'Root', Namespace: 'Trail' }, Period: 300, Stat: 'Sum' },
                    },
                    { Id: 'e', Expression: 'm * 2' },
                  ],
                },
              ],
            },
    });
    expect(records.map(({ item }) => item)).toEqual([
      {
        id: 'computed',
        arn: arn('computed'),
        actionsEnabled: false,
        alarmActions: [],
        metrics: [{ namespace: 'Trail', name: 'Root', dimensions: [] }],
      },
      {
        id: 'plain',
        arn: arn('plain'),
        actionsEnabled: true,
        alarmActions: [topic],
        metrics: [{ namespace: 'Trail', name: 'Root', dimensions: ['User'] }],
      },
    ]);
    expect(sent).toHaveLength(2);
  });

  it('gives the denial of the list as the gap', async () => {
    const { gap } = await collectType(alarm, [], { DescribeAlarms: awsError('AccessDenied', 'no', 403) });
    expect(gap).toMatchObject({ kind: 'denied', actions: ['cloudwatch:DescribeAlarms'] });
  });
});
