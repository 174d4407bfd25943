import type { Api } from '../../aws/api.ts';

type Sdk = typeof import('@aws-sdk/client-organizations');

/** An account that administers services for the organisation. */
export interface DelegatedAdministrator {
  readonly id: string;
  readonly name: string | undefined;
  /** Principals of the services, such as `guardduty.amazonaws.com`. */
  readonly services: readonly string[];
}

/**
 * Every delegated administrator with its services: a list of them, and a call for each to know which services.
 * https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListDelegatedServicesForAccount.html
 */
export async function delegatedAdministrators(
  api: Api<Sdk, 'ListDelegatedAdministrators' | 'ListDelegatedServicesForAccount'>,
): Promise<DelegatedAdministrator[]> {
  const accounts: { id: string; name: string | undefined }[] = [];
  for await (const page of api.pages('ListDelegatedAdministrators')) {
    for (const { Id, Name } of page.DelegatedAdministrators ?? [])
      if (Id !== undefined) accounts.push({ id: Id, name: Name });
  }
  return Promise.all(
    accounts.map(async ({ id, name }) => {
      const services: string[] = [];
      for await (const page of api.pages('ListDelegatedServicesForAccount', { AccountId: id })) {
        for (const { ServicePrincipal } of page.DelegatedServices ?? [])
          if (ServicePrincipal !== undefined) services.push(ServicePrincipal);
      }
      return { id, name, services: services.sort() };
    }),
  );
}

/** Asked once per run: https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListAWSServiceAccessForOrganization.html */
export const trustedServices = (api: Api<Sdk, 'ListAWSServiceAccessForOrganization'>): Promise<readonly string[]> =>
  api.once('trusted services', () => everyTrusted(api));

async function everyTrusted(api: Api<Sdk, 'ListAWSServiceAccessForOrganization'>): Promise<string[]> {
  const services: string[] = [];
  for await (const page of api.pages('ListAWSServiceAccessForOrganization')) {
    for (const { ServicePrincipal } of page.EnabledServicePrincipals ?? [])
      if (ServicePrincipal !== undefined) services.push(ServicePrincipal);
  }
  return services.sort();
}
