import { service } from '../../aws/service.ts';

/**
 * The registrar: one endpoint, in us-east-1, and in the commercial partition only (https://docs.aws.amazon.com/general/latest/gr/r53.html).
 * The client is made of botocore's model: it is smaller, and the registry's is of another make.
 */
export const route53domains = service<typeof import('./client.ts')>({
  id: 'route53domains',
  sdkId: 'Route 53 Domains',
  scope: 'global',
  // What its examples always hold: https://docs.aws.amazon.com/Route53/latest/APIReference/API_domains_ListDomains.html
  sends: {
    DomainSummary: ['DomainName'],
    GetDomainDetailResponse: ['DomainName'],
    ListDomainsResponse: ['Domains'],
    Nameserver: ['Name'],
  },
  load: () => import('./sdk.ts'),
});
