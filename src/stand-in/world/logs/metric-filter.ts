import { answers, here } from '../../answers.ts';

export default answers('cloudwatch-logs', {
  DescribeMetricFilters: here({
    metricFilters: [
      {
        filterName: 'root',
        filterPattern:
          '{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" }',
        logGroupName: 'trail',
        metricTransformations: [{ metricName: 'root', metricNamespace: 'Trail', metricValue: '1' }],
      },
    ],
  }),
});
