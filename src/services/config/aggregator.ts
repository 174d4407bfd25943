import { listed } from '../../inventory/listed.ts';
import { resource } from '../../inventory/resource.ts';
import { delegatedAdministratorsOf } from '../organizations/delegated.ts';
import { notAdministrator, notInOrganization, organizationFacet } from '../organizations/organization.ts';
import { organizations } from '../organizations/service.ts';
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

/** How AWS Config is run for the organisation. */
export const configSettings = resource(config, 'AWS::::Account', {
  calls: [],
  scope: 'global',
  singleton: true,
  async *list(api) {
    yield { id: api.account, name: 'The account' };
  },
  arn: ({ id }, { partition }) => `arn:${partition}:iam::${id}:root`,
})
  .facets((facet) => ({
    organization: facet.from(organizations, organizationFacet),
  }))
  .facets((facet) => ({
    /**
     * Account ids; told to the management account and to delegated administrators, absent in every other account. Whether
     * a member is one of them, only the answer says.
     */
    delegatedAdministrators: facet.from(organizations, {
      calls: ['ListDelegatedAdministrators'],
      often: { ListDelegatedAdministrators: 'apart' },
      absentOn: [...notInOrganization, notAdministrator],
      after: ['organization'],
      read: async (api, _, { organization }) =>
        organization === undefined ? undefined : delegatedAdministratorsOf(api, 'config.amazonaws.com'),
    }),
  }));
