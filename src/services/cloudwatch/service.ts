import { service } from '../../aws/service.ts';

export const cloudwatch = service<typeof import('@aws-sdk/client-cloudwatch')>({
  id: 'cloudwatch',
  sdkId: 'CloudWatch',
  // What it always sends: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricAlarm.html
  sends: {
    CompositeAlarm: ['AlarmArn'],
    MetricAlarm: ['AlarmArn'],
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDataResult.html
    MetricDataResult: ['Id'],
  },
  load: () => import('./sdk.ts'),
});
