import { resource } from '../../inventory/resource.ts';
import { codeartifact } from './service.ts';

/** A package in a repository of this account; its versions are not listed. */
export const codePackage = resource(codeartifact, 'AWS::CodeArtifact::Package', {
  calls: ['ListRepositories', 'ListPackages'],
  often: { ListPackages: 'per repository' },
  narrows: {
    ListRepositories: { repositoryPrefix: 'unless given' },
    ListPackages: {
      domainOwner: 'asked',
      format: 'unless given',
      namespace: 'unless given',
      packagePrefix: 'unless given',
      publish: 'unless given',
      upstream: 'unless given',
    },
  },
  references: [
    'https://docs.aws.amazon.com/codeartifact/latest/APIReference/API_PackageOriginRestrictions.html',
    'https://docs.aws.amazon.com/codeartifact/latest/ug/package-origin-controls.html',
  ],
  async *list(api) {
    const { account, partition, region } = api;
    for await (const { repositories } of api.pages('ListRepositories', { maxResults: 1000 })) {
      for (const { name: repository, domainName: domain, domainOwner, administratorAccount } of repositories ?? []) {
        if (repository === undefined || domain === undefined) continue;
        // Repositories of others in a shared domain are theirs to judge.
        if (administratorAccount !== undefined && administratorAccount !== account) continue;
        const asked = { domain, domainOwner, repository, maxResults: 1000 };
        for await (const { packages } of api.pages('ListPackages', asked))
          for (const { format, namespace, package: name, originConfiguration } of packages ?? []) {
            if (name === undefined || format === undefined) continue;
            const path = `${domain}/${repository}/${format}/${namespace ?? ''}/${name}`;
            yield {
              id: path,
              arn: `arn:${partition}:codeartifact:${region}:${domainOwner ?? account}:package/${path}`,
              name: namespace === undefined ? name : `${namespace}/${name}`,
              format,
              domain,
              domainOwner,
              repository,
              namespace,
              package: name,
              publish: originConfiguration?.restrictions?.publish,
              upstream: originConfiguration?.restrictions?.upstream,
            };
          }
      }
    }
  },
  label: ({ id }) => `package ${id}`,
});
