import { answers, here } from '../../answers.ts';
import { arnOf, iamArn } from '../../facts.ts';

export default answers('config-service', {
  DescribeConfigurationAggregators: here({
    ConfigurationAggregators: [
      {
        ConfigurationAggregatorName: 'organization',
        ConfigurationAggregatorArn: arnOf('config', 'config-aggregator/config-aggregator-abcdefgh'),
        OrganizationAggregationSource: { RoleArn: iamArn('role/config'), AllAwsRegions: true },
      },
    ],
  }),
});
