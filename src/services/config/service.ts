import { service } from '../../aws/service.ts';

export const config = service<typeof import('@aws-sdk/client-config-service')>({
  id: 'config',
  sdkId: 'Config Service',
  // What it always sends: https://docs.aws.amazon.com/config/latest/APIReference/API_ConfigurationRecorder.html
  sends: {
    ConfigurationAggregator: ['ConfigurationAggregatorArn'],
    ConfigurationRecorder: ['name'],
    ConfigurationRecorderStatus: ['name'],
    DeliveryChannel: ['name'],
    DeliveryChannelStatus: ['name'],
    DescribeConfigurationAggregatorsResponse: ['ConfigurationAggregators'],
    DescribeConfigurationRecorderStatusResponse: ['ConfigurationRecordersStatus'],
    DescribeConfigurationRecordersResponse: ['ConfigurationRecorders'],
    DescribeDeliveryChannelStatusResponse: ['DeliveryChannelsStatus'],
    DescribeDeliveryChannelsResponse: ['DeliveryChannels'],
  },
  load: () => import('./sdk.ts'),
});
