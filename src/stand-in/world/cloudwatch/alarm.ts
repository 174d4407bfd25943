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
      // Nobody hears of it.
      {
        AlarmName: 'queue',
        AlarmArn: arnOf('cloudwatch', 'alarm:queue'),
        MetricName: 'ApproximateAgeOfOldestMessage',
        Namespace: 'AWS/SQS',
        Statistic: 'Maximum',
        Threshold: 3600,
        Period: 300,
        EvaluationPeriods: 1,
        ComparisonOperator: 'GreaterThanThreshold',
        ActionsEnabled: false,
        AlarmActions: [],
        StateValue: 'OK',
      },
    ],
  }),
});
