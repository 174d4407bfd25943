import { service } from '../../aws/service.ts';

export const config = service<typeof import('@aws-sdk/client-config-service')>({
  id: 'config',
  sdkId: 'Config Service',
  // What it always sends: https://docs.aws.amazon.com/config/latest/APIReference/API_ConfigurationRecorder.html
  sends: {
    ComplianceByConfigRule: ['ConfigRuleName', 'Compliance'],
    ConfigRule: ['ConfigRuleName', 'ConfigRuleArn'],
    ConfigRuleEvaluationStatus: ['ConfigRuleName'],
    ConfigurationAggregator: ['ConfigurationAggregatorArn'],
    ConfigurationRecorder: ['name'],
    ConfigurationRecorderStatus: ['name'],
    ConformancePackStatusDetail: ['ConformancePackName', 'ConformancePackState'],
    DeliveryChannel: ['name'],
    DeliveryChannelStatus: ['name'],
    DescribeComplianceByConfigRuleResponse: ['ComplianceByConfigRules'],
    DescribeConfigRuleEvaluationStatusResponse: ['ConfigRulesEvaluationStatus'],
    DescribeConfigRulesResponse: ['ConfigRules'],
    DescribeConfigurationAggregatorsResponse: ['ConfigurationAggregators'],
    DescribeConfigurationRecorderStatusResponse: ['ConfigurationRecordersStatus'],
    DescribeConfigurationRecordersResponse: ['ConfigurationRecorders'],
    DescribeConformancePackStatusResponse: ['ConformancePackStatusDetails'],
    DescribeDeliveryChannelStatusResponse: ['DeliveryChannelsStatus'],
    DescribeDeliveryChannelsResponse: ['DeliveryChannels'],
  },
  load: () => import('./sdk.ts'),
});
