import type { Api } from '../../aws/api.ts';
import { first } from '../../inventory/resource.ts';
import { notTold } from '../organizations/organization.ts';
import { organizations } from '../organizations/service.ts';

type Sdk = typeof import('@aws-sdk/client-sso-admin');
type OrganizationsSdk = typeof import('@aws-sdk/client-organizations');

/**
 * The instances that are seen in a region: the account's own, and the organisation's in its members. One that was extended to more
 * regions is kept where it was enabled only. Asked once a region.
 */
export const instancesOf = (api: Api<Sdk, 'ListInstances'>) =>
  api.shared('instances', async (api) => {
    const found = [];
    for await (const { Instances } of api.pages('ListInstances')) {
      for (const {
        InstanceArn: arn,
        Name,
        OwnerAccountId,
        Status,
        StatusReason,
        PrimaryRegion,
        IdentityStoreId,
      } of Instances ?? []) {
        if (arn === undefined || (PrimaryRegion !== undefined && PrimaryRegion !== api.region)) continue;
        found.push({
          id: arn.slice(arn.lastIndexOf('/') + 1),
          arn,
          name: Name === '' ? undefined : Name,
          owner: OwnerAccountId,
          /** Whose users and groups it knows. */
          store: IdentityStoreId,
          status: Status,
          statusReason: StatusReason,
        });
      }
    }
    return found;
  });

export const administratorsOf = (
  api: Api<OrganizationsSdk, 'ListDelegatedAdministrators'>,
): Promise<readonly string[]> =>
  api.shared('administrators of Identity Center', async (api) => {
    const found: string[] = [];
    for await (const page of api.pages('ListDelegatedAdministrators', { ServicePrincipal: 'sso.amazonaws.com' }))
      for (const { Id } of page.DelegatedAdministrators ?? []) if (Id !== undefined) found.push(Id);
    return found;
  });

/**
 * Accounts that administer IAM Identity Center for the organisation besides its management account, asked once; undefined where the
 * account is not told.
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/delegated-admin.html
 */
export const administrators = first(organizations, {
  calls: ['ListDelegatedAdministrators'],
  absentOn: notTold,
  read: administratorsOf,
});

/** Asks who administers Identity Center for the organisation. */
export type Administrators = () => Promise<readonly string[] | undefined>;

/**
 * ARNs of the instances in which the account may read, and which nobody is making or deleting: its own, and the organisation's where
 * the account administers it, which shows the permission sets of the management account too. Nothing is asked of the organisation's
 * in other members, where everything is denied whatever their policies say.
 */
export async function readableInstances(
  api: Api<Sdk, 'ListInstances'>,
  administrators: Administrators,
): Promise<readonly string[]> {
  const ready = (await instancesOf(api)).filter(({ status }) => !unready.has(status));
  const own = ready.filter(({ owner }) => owner === api.account);
  if (own.length === ready.length) return own.map(({ arn }) => arn);
  const told = (await administrators())?.includes(api.account) === true;
  return (told ? ready : own).map(({ arn }) => arn);
}

const unready = new Set<string | undefined>(['CREATE_IN_PROGRESS', 'CREATE_FAILED', 'DELETE_IN_PROGRESS']);

/**
 * Whether an instance has permission sets, asked once a region. One without the multi-account permissions says so
 * (https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_DescribeInstance.html); those of accounts need not have any.
 */
export const hasSets = (api: Api<Sdk, 'DescribeInstance'>, instance: string): Promise<boolean> =>
  api.shared(`sets of ${instance}`, async (api) => {
    const { PermissionSetsEnabled } = await api.call('DescribeInstance', { InstanceArn: instance });
    return PermissionSetsEnabled !== false;
  });

/** Who is assigned a permission set in an account, asked once for all who show it. */
export const assignedIn = (api: Api<Sdk, 'ListAccountAssignments'>, { arn, instance }: SetOf, account: string) =>
  api.shared(`${arn} of ${instance} in ${account}`, async (api) => {
    const principals = [];
    const asked = { InstanceArn: instance, PermissionSetArn: arn, AccountId: account, MaxResults: 100 };
    for await (const page of api.pages('ListAccountAssignments', asked))
      for (const { PrincipalId: id, PrincipalType: type } of page.AccountAssignments ?? [])
        if (id !== undefined) principals.push({ id, type });
    return principals;
  });

type SetsApi = Api<Sdk, 'ListInstances' | 'DescribeInstance' | 'ListPermissionSets'>;

/** A permission set, by its ARN and that of its instance. */
export interface SetOf {
  readonly arn: string;
  readonly instance: string;
}

/** The permission sets of the instances in which the account may read, each instance asked once a region. */
export async function permissionSetsOf(api: SetsApi, administrators: Administrators): Promise<readonly SetOf[]> {
  const found: SetOf[] = [];
  for (const instance of await readableInstances(api, administrators)) found.push(...(await setsOf(api, instance)));
  return found;
}

const setsOf = (api: SetsApi, instance: string): Promise<readonly SetOf[]> =>
  api.shared(`permission sets of ${instance}`, async (api) => {
    const found: SetOf[] = [];
    if (!(await hasSets(api, instance))) return found;
    for await (const page of api.pages('ListPermissionSets', { InstanceArn: instance, MaxResults: 100 }))
      for (const arn of page.PermissionSets ?? []) found.push({ arn, instance });
    return found;
  });

/** The accounts in which a permission set is provisioned, asked once for all who show them. */
export const accountsWith = (api: Api<Sdk, 'ListAccountsForProvisionedPermissionSet'>, { arn, instance }: SetOf) =>
  api.shared(`accounts with ${arn} of ${instance}`, async (api): Promise<readonly string[]> => {
    const accounts: string[] = [];
    const asked = { InstanceArn: instance, PermissionSetArn: arn, MaxResults: 100 };
    for await (const page of api.pages('ListAccountsForProvisionedPermissionSet', asked))
      accounts.push(...(page.AccountIds ?? []));
    return accounts;
  });

/** Its name and session duration, asked once for all who show them. */
export const describedSet = (api: Api<Sdk, 'DescribePermissionSet'>, { arn, instance }: SetOf) =>
  api.shared(`${arn} of ${instance}`, async (api) => {
    const { PermissionSet } = await api.call('DescribePermissionSet', { InstanceArn: instance, PermissionSetArn: arn });
    return { name: PermissionSet?.Name, sessionDuration: PermissionSet?.SessionDuration };
  });
