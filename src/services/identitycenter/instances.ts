import type { Api } from '../../aws/api.ts';

type Sdk = typeof import('@aws-sdk/client-sso-admin');

/**
 * The instances that are seen in a region: the account's own, and the organisation's in its members. One that was extended to more
 * regions is kept where it was enabled only. Asked once a region.
 */
export const instancesOf = (api: Api<Sdk, 'ListInstances'>) =>
  api.shared('instances', async (api) => {
    const found = [];
    for await (const { Instances } of api.pages('ListInstances')) {
      for (const { InstanceArn: arn, Name, OwnerAccountId, Status, StatusReason, PrimaryRegion } of Instances ?? []) {
        if (arn === undefined || (PrimaryRegion !== undefined && PrimaryRegion !== api.region)) continue;
        found.push({
          id: arn.slice(arn.lastIndexOf('/') + 1),
          arn,
          name: Name === '' ? undefined : Name,
          owner: OwnerAccountId,
          status: Status,
          statusReason: StatusReason,
        });
      }
    }
    return found;
  });

/**
 * ARNs of the instances in which the account may read: its own, which nobody is making or deleting. Nothing is asked of the
 * organisation's in its members, where everything is denied whatever their policies say.
 */
export async function ownInstances(api: Api<Sdk, 'ListInstances'>): Promise<readonly string[]> {
  const all = await instancesOf(api);
  return all.filter(({ owner, status }) => owner === api.account && !unready.has(status)).map(({ arn }) => arn);
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

/** The permission sets of the account's own instances, asked once a region. */
export const permissionSetsOf = (api: SetsApi): Promise<readonly SetOf[]> =>
  api.shared('permission sets', async (api) => {
    const found: SetOf[] = [];
    for (const instance of await ownInstances(api)) {
      if (!(await hasSets(api, instance))) continue;
      for await (const page of api.pages('ListPermissionSets', { InstanceArn: instance, MaxResults: 100 }))
        for (const arn of page.PermissionSets ?? []) found.push({ arn, instance });
    }
    return found;
  });

/** Its name and session duration, asked once for all who show them. */
export const describedSet = (api: Api<Sdk, 'DescribePermissionSet'>, { arn, instance }: SetOf) =>
  api.shared(`${arn} of ${instance}`, async (api) => {
    const { PermissionSet } = await api.call('DescribePermissionSet', { InstanceArn: instance, PermissionSetArn: arn });
    return { name: PermissionSet?.Name, sessionDuration: PermissionSet?.SessionDuration };
  });
