import { service } from '../../aws/service.ts';

/** Amazon OpenSearch Service; domains of the legacy engine Elasticsearch are among its own. */
export const opensearch = service<typeof import('@aws-sdk/client-opensearch')>({
  id: 'opensearch',
  sdkId: 'OpenSearch',
  iamPrefix: 'es',
  // What its model calls required: https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_DomainStatus.html
  sends: {
    DescribeDomainsResponse: ['DomainStatusList'],
    DomainInfo: ['DomainName'],
    DomainStatus: ['DomainId', 'DomainName', 'ARN', 'ClusterConfig'],
    ListDomainNamesResponse: ['DomainNames'],
  },
  load: () => import('./sdk.ts'),
});
