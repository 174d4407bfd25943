import { listed } from '../../inventory/listed.ts';
import { config } from './service.ts';

export const aggregator = listed(config, 'AWS::Config::ConfigurationAggregator', 'DescribeConfigurationAggregators', {
  at: 'ConfigurationAggregators',
  narrows: { ConfigurationAggregatorNames: 'unless given' },
  id: ({ ConfigurationAggregatorName }) => ConfigurationAggregatorName,
  keep: {
    arn: 'ConfigurationAggregatorArn',
    /** Undefined when it collects from accounts that are named one by one. */
    organization: ({ OrganizationAggregationSource: source }) =>
      source && { allRegions: source.AllAwsRegions === true, regions: source.AwsRegions ?? [] },
  },
  arn: ({ id }, { partition, region, account }) =>
    `arn:${partition}:config:${region}:${account}:config-aggregator/${id}`,
});
