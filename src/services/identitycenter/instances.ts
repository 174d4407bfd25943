import type { Api } from '../../aws/api.ts';

type Sdk = typeof import('@aws-sdk/client-sso-admin');

/**
 * The instances that are seen in a region: the account's own, and the organisation's in its members. One that was extended to more
 * regions is kept where it was enabled only. Asked once a region.
 */
export const instancesOf = (api: Api<Sdk, 'ListInstances'>) =>
  api.once('instances', async () => {
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

type SetsApi = Api<Sdk, 'ListInstances' | 'DescribeInstance' | 'ListPermissionSets'>;

/** A permission set, by its ARN and that of its instance. */
export interface SetOf {
  readonly arn: string;
  readonly instance: string;
}

/**
 * The permission sets of the account's own instances, asked once a region. An instance without the multi-account permissions says so
 * (https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_DescribeInstance.html); those of accounts need not have any.
 */
export const permissionSetsOf = (api: SetsApi): Promise<readonly SetOf[]> =>
  api.once('permission sets', async () => {
    const found: SetOf[] = [];
    for (const instance of await ownInstances(api)) {
      const { PermissionSetsEnabled } = await api.call('DescribeInstance', { InstanceArn: instance });
      if (PermissionSetsEnabled === false) continue;
      for await (const page of api.pages('ListPermissionSets', { InstanceArn: instance, MaxResults: 100 }))
        for (const arn of page.PermissionSets ?? []) found.push({ arn, instance });
    }
    return found;
  });

/** Its name and session duration, asked once for all who show them. */
export const describedSet = (api: Api<Sdk, 'DescribePermissionSet'>, { arn, instance }: SetOf) =>
  api.once(arn, async () => {
    const { PermissionSet } = await api.call('DescribePermissionSet', { InstanceArn: instance, PermissionSetArn: arn });
    return { name: PermissionSet?.Name, sessionDuration: PermissionSet?.SessionDuration };
  });
