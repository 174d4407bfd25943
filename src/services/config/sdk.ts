export {
  ConfigServiceClient as Client,
  DescribeConfigurationAggregatorsCommand,
  paginateDescribeConfigurationAggregators,
  DescribeConfigurationRecordersCommand,
  DescribeConfigurationRecorderStatusCommand,
  DescribeDeliveryChannelsCommand,
  DescribeDeliveryChannelStatusCommand,
} from '@aws-sdk/client-config-service';
