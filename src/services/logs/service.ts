import { service } from '../../aws/service.ts';

export const logs = service<typeof import('@aws-sdk/client-cloudwatch-logs')>({
  id: 'logs',
  sdkId: 'CloudWatch Logs',
  // What it always sends: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_Operations.html
  sends: {
    Delivery: ['id', 'deliverySourceName'],
    DeliverySource: ['name', 'logType', 'resourceArns'],
    DescribeDeliveriesResponse: ['deliveries'],
    DescribeDeliverySourcesResponse: ['deliverySources'],
    DescribeLogGroupsResponse: ['logGroups'],
    DescribeMetricFiltersResponse: ['metricFilters'],
    LogGroup: ['logGroupName'],
    MetricFilter: ['filterName'],
  },
  load: () => import('./sdk.ts'),
});
