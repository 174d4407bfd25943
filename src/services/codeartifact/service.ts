import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscodeartifact.html */
export const codeartifact = service<typeof import('@aws-sdk/client-codeartifact')>({
  id: 'codeartifact',
  sdkId: 'codeartifact',
  // What it always sends: https://docs.aws.amazon.com/codeartifact/latest/APIReference/API_ListDomains.html and its like
  sends: {
    ListDomainsResult: ['domains'],
    DomainSummary: ['name', 'arn'],
    ListRepositoriesResult: ['repositories'],
    RepositorySummary: ['name', 'domainName', 'domainOwner'],
    ListPackagesResult: ['packages'],
    PackageSummary: ['format', 'package'],
  },
  load: () => import('./sdk.ts'),
});
