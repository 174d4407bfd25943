import { answers, here } from '../../answers.ts';

export default answers(
  'sesv2',
  {
    ListConfigurationSets: here({ ConfigurationSets: ['newsletter', 'orders'] }),
    GetConfigurationSet: ({ path }) => {
      const ConfigurationSetName = path.split('/').at(-1) ?? '';
      return {
        ConfigurationSetName,
        DeliveryOptions: { TlsPolicy: ConfigurationSetName === 'orders' ? 'REQUIRE' : 'OPTIONAL' },
      };
    },
  },
  { 'AWS::SES::ConfigurationSet': 'orders' },
);
