import { answers, here } from '../../answers.ts';
import { arnOf, daysAgo, keyArn } from '../../facts.ts';

/** One that is protected, one that is not, and one that only passes on. */
export default answers('cloudwatch-logs', {
  DescribeLogGroups: here({
    logGroups: [
      {
        logGroupName: 'trail',
        deletionProtectionEnabled: true,
        logGroupClass: 'STANDARD',
        kmsKeyId: keyArn,
        retentionInDays: 400,
      },
      {
        logGroupName: '/aws/lambda/orders',
        deletionProtectionEnabled: false,
        logGroupClass: 'STANDARD',
        retentionInDays: 14,
      },
      { logGroupName: '/aws/lambda/relay', deletionProtectionEnabled: false, logGroupClass: 'DELIVERY' },
    ].map((one) => ({
      ...one,
      arn: `${arnOf('logs', `log-group:${one.logGroupName}`)}:*`,
      creationTime: daysAgo(100).getTime(),
      metricFilterCount: 0,
      storedBytes: 0,
    })),
  }),
});
