import { answers, here } from '../../answers.ts';
import { arnOf } from '../../facts.ts';

export default answers('cloudwatch', {
  DescribeAlarms: here({
    MetricAlarms: [
      {
        AlarmName: 'root',
        AlarmArn: arnOf('cloudwatch', 'alarm:root'),
        MetricName: 'root',
        Namespace: 'Trail',
        Statistic: 'Sum',
        Threshold: 1,
        Period: 300,
        EvaluationPeriods: 1,
        ComparisonOperator: 'GreaterThanOrEqualToThreshold',
        ActionsEnabled: true,
        AlarmActions: [arnOf('sns', 'alarms')],
        StateValue: 'OK',
      },
    ],
  }),
});
