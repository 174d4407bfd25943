import type { GroupItem, ManagedPolicyItem, RoleItem, UserItem } from '../../services/iam/details.ts';
import type { CredentialRow } from '../../services/iam/credential-report.ts';
import { rolePaths } from '../../iam/graph/details.ts';
import type { Account, Compute, Group, Role, Surroundings, User } from '../../iam/graph/types.ts';

/** What IAM's resource types list, as checks and commands get it. */
export interface IamItems {
  readonly account: string;
  readonly partition: string;
  readonly users: readonly (UserItem & { readonly credentials?: CredentialRow | null | undefined })[];
  readonly groups: readonly GroupItem[];
  readonly roles: readonly RoleItem[];
  readonly policies: readonly ManagedPolicyItem[];
}

const userOf = (item: IamItems['users'][number]): User => ({
  kind: 'user',
  arn: item.arn,
  uniqueId: item.uniqueId,
  name: item.id,
  attached: item.attached.map(({ arn }) => arn),
  inline: item.inline,
  groups: item.groups,
  boundary: item.boundary,
  tags: item.tags,
  // inactive keys take up room as well, but the report shows a slot that was never used as inactive too
  ...(item.credentials === undefined || item.credentials === null
    ? {}
    : {
        keys: item.credentials.keys.filter(({ active, rotatedAt }) => active || rotatedAt !== undefined).length,
        password: item.credentials.passwordEnabled,
        mfa: item.credentials.mfaActive,
      }),
});

const roleOf = (item: RoleItem): Role => ({
  kind: 'role',
  arn: item.arn,
  uniqueId: item.uniqueId,
  name: item.id,
  attached: item.attached.map(({ arn }) => arn),
  inline: item.inline,
  boundary: item.boundary,
  tags: item.tags,
  trust: item.trust,
  instanceProfiles: item.instanceProfiles.map(({ arn }) => arn),
  ...rolePaths(item.arn),
});

const groupOf = (item: GroupItem): Group => ({
  kind: 'group',
  arn: item.arn,
  name: item.id,
  attached: item.attached.map(({ arn }) => arn),
  inline: item.inline,
});

/** An account from the resources that were collected. */
export const accountFromItems = (items: IamItems, surroundings: Surroundings = {}): Account => ({
  ...surroundings,
  id: items.account,
  partition: items.partition,
  users: items.users.map(userOf),
  roles: items.roles.map(roleOf),
  groups: new Map(items.groups.map((item) => [item.id, groupOf(item)])),
  policies: new Map(
    items.policies.map(({ arn, name, awsManaged, document, otherVersions }) => [
      arn,
      { arn, name, awsManaged, document, otherVersions },
    ]),
  ),
});

/** Things with an instance profile, with the role that it holds. */
export function computeOf(
  roles: readonly RoleItem[],
  instances: readonly {
    readonly arn: string;
    readonly name: string;
    readonly profileArn: string | undefined;
    readonly state: string | undefined;
    readonly internet: Compute['internet'];
  }[],
): Compute[] {
  const byProfile = new Map(roles.flatMap((role) => role.instanceProfiles.map(({ arn }) => [arn, role.arn] as const)));
  return instances.flatMap(({ arn, name, profileArn, state, internet }) => {
    const role = profileArn === undefined ? undefined : byProfile.get(profileArn);
    return role === undefined
      ? []
      : [{ kind: 'ec2-instance' as const, arn, name, role, running: state === 'running', internet }];
  });
}
