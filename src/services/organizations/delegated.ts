import type { Api } from '../../aws/api.ts';

type OrganizationsSdk = typeof import('@aws-sdk/client-organizations');

/**
 * Ids of the accounts that administer a service for the organisation, each service asked once per run. For facets of
 * other services' types: `facet.from(organizations, { calls: ['ListDelegatedAdministrators'], absentOn: notInOrganization, … })`.
 * @param principal the service's principal, e.g. `guardduty.amazonaws.com`
 */
export const delegatedAdministratorsOf = (
  api: Api<OrganizationsSdk, 'ListDelegatedAdministrators'>,
  principal: string,
): Promise<readonly string[]> =>
  api.once(`delegated-administrators/${principal}`, async () => {
    const ids: string[] = [];
    for await (const page of api.pages('ListDelegatedAdministrators', { ServicePrincipal: principal })) {
      for (const { Id } of page.DelegatedAdministrators ?? []) if (Id !== undefined) ids.push(Id);
    }
    return ids;
  });
