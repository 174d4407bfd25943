import { resource } from '../../inventory/resource.ts';
import { ses } from './service.ts';

/** Rules for mail that is sent with it. */
export const configurationSet = resource(ses, 'AWS::SES::ConfigurationSet', {
  calls: ['ListConfigurationSets'],
  resumable: 'ListConfigurationSets',
  narrows: { ListConfigurationSets: { Filter: 'unless given' } },
  references: ['https://docs.aws.amazon.com/ses/latest/dg/using-configuration-sets.html'],
  async *list(api) {
    for await (const { ConfigurationSets } of api.pages('ListConfigurationSets', { PageSize: 1000 }))
      for (const id of ConfigurationSets ?? []) yield { id };
  },
  arn: ({ id }, { partition, region, account }) => `arn:${partition}:ses:${region}:${account}:configuration-set/${id}`,
  label: ({ id }) => `configuration set ${id}`,
}).facets((facet) => ({
  delivery: facet.call('GetConfigurationSet', {
    absentOn: ['NotFoundException'],
    input: ({ id }) => ({ ConfigurationSetName: id }),
    keep: ({ DeliveryOptions }) => ({ tls: DeliveryOptions?.TlsPolicy }),
  }),
}));
