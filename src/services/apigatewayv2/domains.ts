import type { Api } from '../../aws/api.ts';
import { everyPage } from './pages.ts';

/** A custom domain name that leads to a stage of an API. */
export interface CustomDomain {
  readonly domain: string;
  readonly stage: string;
  /** Path below the domain that leads to the API; empty: all of it. */
  readonly key: string;
  /** Asks for client certificates. */
  readonly mutualTls: boolean;
  /** Rules besides the mappings decide where requests go; they were not read. */
  readonly rules: boolean;
}

/**
 * Custom domain names of a region by the id of the API, REST APIs included: asked once, and only where an API has no
 * other way in. https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/domainnames-domainname-apimappings.html
 */
export const customDomainsOf = (
  api: Api<typeof import('@aws-sdk/client-apigatewayv2'), 'GetDomainNames' | 'GetApiMappings'>,
): Promise<ReadonlyMap<string, readonly CustomDomain[]>> =>
  api.once('custom-domains', async () => {
    const names = await everyPage((page) => api.call('GetDomainNames', page));
    const found = new Map<string, CustomDomain[]>();
    await Promise.all(
      names.map(async ({ DomainName, MutualTlsAuthentication, RoutingMode }) => {
        if (DomainName === undefined) return;
        for (const { ApiId, Stage, ApiMappingKey } of await everyPage((page) =>
          api.call('GetApiMappings', { DomainName, ...page }),
        )) {
          if (ApiId === undefined || Stage === undefined) continue;
          const list = found.get(ApiId) ?? [];
          found.set(ApiId, list);
          list.push({
            domain: DomainName,
            stage: Stage,
            key: ApiMappingKey ?? '',
            mutualTls: MutualTlsAuthentication?.TruststoreUri !== undefined,
            rules: RoutingMode !== undefined && RoutingMode !== 'API_MAPPING_ONLY',
          });
        }
      }),
    );
    for (const list of found.values()) list.sort((a, b) => (a.domain < b.domain ? -1 : a.domain > b.domain ? 1 : 0));
    return found;
  });
