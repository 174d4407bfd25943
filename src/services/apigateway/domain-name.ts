import { listed } from '../../inventory/listed.ts';
import { apigateway } from './service.ts';

/** A custom domain name of APIs: edge-optimized, regional or private. Those of other accounts are theirs to judge. */
export const domainName = listed(apigateway, 'AWS::ApiGateway::DomainName', 'GetDomainNames', {
  at: 'items',
  input: { limit: 500, resourceOwner: 'SELF' },
  references: ['https://docs.aws.amazon.com/apigateway/latest/api/API_GetDomainNames.html'],
  // Private ones of several VPCs may have the same name.
  id: ({ domainName: name, domainNameId }) =>
    name === undefined || domainNameId === undefined ? name : `${name}+${domainNameId}`,
  keep: {
    name: ({ domainName: name }) => name ?? '',
    arn: 'domainNameArn',
    tags: ({ tags }): Readonly<Record<string, string>> => tags ?? {},
    endpointTypes: ({ endpointConfiguration }): readonly string[] => endpointConfiguration?.types ?? [],
    securityPolicy: ({ securityPolicy }): string | undefined => securityPolicy,
    mutualTls: ({ mutualTlsAuthentication }) => mutualTlsAuthentication?.truststoreUri !== undefined,
  },
  // https://docs.aws.amazon.com/apigateway/latest/developerguide/arn-format-reference.html: no account in that of public ones.
  arn: ({ name, arn }, { partition, region }) => arn ?? `arn:${partition}:apigateway:${region}::/domainnames/${name}`,
});
