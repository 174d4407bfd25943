import { resource } from '../../inventory/resource.ts';
import { ecr } from './service.ts';

/** The account's private registry of a region. It always exists, so nothing is listed. */
export const registry = resource(ecr, 'AWS::ECR::Registry', {
  calls: [],
  singleton: true,
  async *list({ region }) {
    yield { id: 'registry', name: `ECR registry in ${region}` };
  },
  arn: (_item, { partition, region, account }) => `arn:${partition}:ecr:${region}:${account}:registry`,
}).facets((facet) => ({
  /** Whether it holds a repository. */
  repositories: facet({
    calls: ['DescribeRepositories'],
    // One is enough, where the list wants them all.
    often: { DescribeRepositories: 'apart' },
    async read(api) {
      // A page may be empty and not be the last.
      for await (const { repositories } of api.pages('DescribeRepositories', { maxResults: 1 }))
        if ((repositories ?? []).length > 0) return { some: true };
      return { some: false };
    },
  }),
  /** Which images are scanned without being asked for one by one. */
  scanning: facet.call('GetRegistryScanningConfiguration', {
    keep: ({ scanningConfiguration }) => ({
      type: scanningConfiguration?.scanType,
      rules: scanningConfiguration?.rules?.map(({ scanFrequency, repositoryFilters }) => ({
        frequency: scanFrequency,
        /** Names of repositories with wildcards. */
        filters: (repositoryFilters ?? []).flatMap(({ filter }) => filter ?? []),
      })),
    }),
  }),
}));
