export {
  CloudWatchLogsClient as Client,
  DescribeMetricFiltersCommand,
  paginateDescribeMetricFilters,
} from '@aws-sdk/client-cloudwatch-logs';
