import type { Api } from '../../aws/api.ts';
import type { ItemOf } from '../../inventory/resource.ts';
import { resource } from '../../inventory/resource.ts';
import { shell } from '../../text/shell.ts';
import { accountaccess } from './service.ts';

/** All of them, before the entitlements of any: a list of lists has no last page to go on from. */
const applicationsOf = (
  api: Api<typeof import('./client.ts'), 'ListApplications' | 'ListEntitlements'>,
): Promise<readonly string[]> =>
  api.once('applications', async () => {
    const arns: string[] = [];
    for await (const { applications } of api.pages('ListApplications', { maxResults: 100 }))
      for (const { applicationArn } of applications ?? []) if (applicationArn !== undefined) arns.push(applicationArn);
    return arns;
  });

/** A user or group of IAM Identity Center that may act as a role of an account, without a permission set. */
export const entitlement = resource(accountaccess, 'AWS::AccountAccess::Entitlement', {
  calls: ['ListApplications', 'ListEntitlements'],
  often: { ListEntitlements: 'per application' },
  async *list(api) {
    for (const applicationArn of await applicationsOf(api)) {
      // the filter has to be there, and is empty
      for await (const page of api.pages('ListEntitlements', { applicationArn, filter: {}, maxResults: 100 })) {
        for (const { entitlementId, entitlement: given } of page.entitlements ?? []) {
          if (entitlementId === undefined) continue;
          const role = given?.principalRole;
          const who = role?.principal?.identityCenter;
          yield {
            id: entitlementId,
            arn: `${applicationArn}/entitlement/${entitlementId}`,
            application: applicationArn,
            /** `user …` or `group …` of IAM Identity Center; undefined: of a kind that is not known here. */
            principal:
              who?.userId !== undefined
                ? `user ${who.userId}`
                : who?.groupId !== undefined
                  ? `group ${who.groupId}`
                  : undefined,
            role: role?.roleArn,
            /** In which the role is. */
            target: role?.account,
          };
        }
      }
    }
  },
  label: ({ id, principal }) => `Entitlement ${id}${principal === undefined ? '' : ` of Identity Center ${principal}`}`,
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/account-access-manager.html'],
});

/** Takes an entitlement away. */
export const disentitle = ({ id, application }: Pick<ItemOf<typeof entitlement>, 'id' | 'application'>): string =>
  shell`aws account-access delete-entitlement --application-arn ${application} --entitlement-id ${id}`;
