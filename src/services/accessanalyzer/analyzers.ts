import { resource } from '../../inventory/resource.ts';
import { delegatedAdministratorsOf } from '../organizations/delegated.ts';
import { notAdministrator, notInOrganization, organizationFacet } from '../organizations/organization.ts';
import { organizations } from '../organizations/service.ts';
import { accessanalyzer } from './service.ts';

/** The analyzers of a region, of all types: one item even where there are none. */
export const analyzers = resource(accessanalyzer, 'AWS::AccessAnalyzer::Analyzer', {
  calls: ['ListAnalyzers'],
  narrows: { ListAnalyzers: { type: 'unless given' } },
  singleton: true,
  async *list(api) {
    const found = [];
    for await (const page of api.pages('ListAnalyzers')) {
      for (const { name, arn, type, status } of page.analyzers ?? []) found.push({ name, arn, type, status });
    }
    yield { id: api.account, name: `IAM Access Analyzer in ${api.region}`, analyzers: found };
  },
  arn: ({ id }, { partition, region }) => `arn:${partition}:access-analyzer:${region}:${id}:analyzer`,
})
  .facets((facet) => ({
    organization: facet.from(organizations, organizationFacet),
  }))
  .facets((facet) => ({
    /**
     * Account ids; analyzers of the organization are made in these or in the management account
     * (https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-delegated-administrator.html). Told to the
     * management account and to delegated administrators, absent in every other account.
     */
    delegatedAdministrators: facet.from(organizations, {
      calls: ['ListDelegatedAdministrators'],
      often: { ListDelegatedAdministrators: 'apart' },
      absentOn: [...notInOrganization, notAdministrator],
      after: ['organization'],
      read: async (api, _, { organization }) =>
        organization === undefined ? undefined : delegatedAdministratorsOf(api, 'access-analyzer.amazonaws.com'),
    }),
  }));
