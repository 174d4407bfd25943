import type {
  AttachedPolicy as SdkAttached,
  GroupDetail,
  ManagedPolicyDetail,
  PolicyDetail,
  RoleDetail,
  UserDetail,
} from '@aws-sdk/client-iam';
import type { Api } from '../../aws/api.ts';
import { documentOf, type PolicyDocument } from '../../text/policy-document.ts';
import { tagsOf } from '../tags.ts';
import type { IamSdk } from './service.ts';

/** A managed policy as it hangs on a user, group or role. */
export interface Attached {
  readonly name: string;
  readonly arn: string;
}

export interface Inline {
  readonly name: string;
  readonly document: PolicyDocument;
}

interface Entity {
  /** The name, unique in the account for each kind of entity. */
  readonly id: string;
  readonly arn: string;
  /** `AIDA…`, `AGPA…`, `AROA…` */
  readonly uniqueId: string | undefined;
  readonly path: string;
  readonly createdAt: string | undefined;
  readonly attached: readonly Attached[];
  readonly inline: readonly Inline[];
}

export interface UserItem extends Entity {
  readonly groups: readonly string[];
  /** ARN of the policy that is the permissions boundary. */
  readonly boundary: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
}

export interface GroupItem extends Entity {
  /** Names of the users in it. */
  readonly members: readonly string[];
}

export interface RoleItem extends Entity {
  readonly trust: PolicyDocument;
  readonly boundary: string | undefined;
  readonly instanceProfiles: readonly Attached[];
  /** Absent when the role was not used in the period AWS tracks (400 days). */
  readonly lastUsedAt: string | undefined;
  readonly lastUsedRegion: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
}

export interface ManagedPolicyItem {
  /** The ARN: a customer's policy may have the name of one of AWS. */
  readonly id: string;
  readonly name: string;
  readonly arn: string;
  readonly path: string;
  /** Written by AWS; such policies are listed only where they are attached. */
  readonly awsManaged: boolean;
  /** Users, groups and roles it is attached to. */
  readonly attachments: number | undefined;
  /** Users and roles whose boundary it is. */
  readonly boundaryOf: number | undefined;
  readonly defaultVersion: string | undefined;
  /** Of the default version. */
  readonly document: PolicyDocument;
  /** The other versions of a customer's policy: who may switch the default version can bring them back. */
  readonly otherVersions: readonly {
    readonly id: string;
    readonly createdAt: string | undefined;
    readonly document: PolicyDocument;
  }[];
}

export interface AuthorizationDetails {
  readonly users: readonly UserItem[];
  readonly groups: readonly GroupItem[];
  readonly roles: readonly RoleItem[];
  readonly policies: readonly ManagedPolicyItem[];
}

/**
 * Every user, group, role and policy with its documents, read once for all types that show a part of it
 * (https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html).
 */
export const authorizationDetails = (
  api: Api<IamSdk, 'GetAccountAuthorizationDetails'>,
): Promise<AuthorizationDetails> =>
  api.once('authorization-details', async () => {
    const users: UserDetail[] = [];
    const groups: GroupDetail[] = [];
    const roles: RoleDetail[] = [];
    const policies: ManagedPolicyItem[] = [];
    for await (const page of api.pages('GetAccountAuthorizationDetails', { MaxItems: 1000 })) {
      users.push(...(page.UserDetailList ?? []));
      groups.push(...(page.GroupDetailList ?? []));
      roles.push(...(page.RoleDetailList ?? []));
      policies.push(...(page.Policies ?? []).map(policyOf));
    }
    const members = membersOf(users);
    return {
      users: users.map(userOf),
      groups: groups.map((group) => ({
        ...entityOf(group.GroupName, group.GroupId, group, group.GroupPolicyList),
        members: members.get(group.GroupName ?? '') ?? [],
      })),
      roles: roles.map(roleOf),
      policies,
    };
  });

function membersOf(users: readonly UserDetail[]): ReadonlyMap<string, readonly string[]> {
  const members = new Map<string, string[]>();
  for (const { UserName, GroupList } of users) {
    for (const group of GroupList ?? []) {
      if (UserName === undefined) continue;
      const names = members.get(group);
      if (names === undefined) members.set(group, [UserName]);
      else names.push(UserName);
    }
  }
  return members;
}

const userOf = (user: UserDetail): UserItem => ({
  ...entityOf(user.UserName, user.UserId, user, user.UserPolicyList),
  groups: user.GroupList ?? [],
  boundary: user.PermissionsBoundary?.PermissionsBoundaryArn,
  tags: tagsOf(user.Tags),
});

const roleOf = (role: RoleDetail): RoleItem => ({
  ...entityOf(role.RoleName, role.RoleId, role, role.RolePolicyList),
  trust: documentOf(role.AssumeRolePolicyDocument),
  boundary: role.PermissionsBoundary?.PermissionsBoundaryArn,
  instanceProfiles: (role.InstanceProfileList ?? []).map((p) => ({
    name: p.InstanceProfileName ?? '',
    arn: p.Arn ?? '',
  })),
  lastUsedAt: role.RoleLastUsed?.LastUsedDate?.toISOString(),
  lastUsedRegion: role.RoleLastUsed?.Region,
  tags: tagsOf(role.Tags),
});

function policyOf(policy: ManagedPolicyDetail): ManagedPolicyItem {
  const arn = policy.Arn ?? '';
  const name = policy.PolicyName ?? arn.slice(arn.lastIndexOf('/') + 1);
  const awsManaged = isAwsManaged(arn);
  const versions = policy.PolicyVersionList ?? [];
  const standing =
    versions.find((v) => v.IsDefaultVersion === true) ?? versions.find((v) => v.VersionId === policy.DefaultVersionId);
  return {
    id: arn,
    name,
    arn,
    path: policy.Path ?? '/',
    awsManaged,
    attachments: policy.AttachmentCount,
    boundaryOf: policy.PermissionsBoundaryUsageCount,
    defaultVersion: policy.DefaultVersionId ?? standing?.VersionId,
    document: documentOf(standing?.Document),
    // AWS alone switches the versions of its own policies.
    otherVersions: awsManaged
      ? []
      : versions
          .filter((v) => v !== standing)
          .map((v) => ({
            id: v.VersionId ?? '',
            createdAt: v.CreateDate?.toISOString(),
            document: documentOf(v.Document),
          })),
  };
}

/** Policies of AWS have `aws` where others have an account id: `arn:aws:iam::aws:policy/ReadOnlyAccess`. */
export const isAwsManaged = (arn: string): boolean => arn.split(':')[4] === 'aws';

function entityOf(
  name: string | undefined,
  uniqueId: string | undefined,
  detail: {
    readonly Arn?: string | undefined;
    readonly Path?: string | undefined;
    readonly CreateDate?: Date | undefined;
    readonly AttachedManagedPolicies?: readonly SdkAttached[] | undefined;
  },
  inline: readonly PolicyDetail[] | undefined,
): Entity {
  return {
    id: name ?? detail.Arn ?? '',
    arn: detail.Arn ?? '',
    uniqueId,
    path: detail.Path ?? '/',
    createdAt: detail.CreateDate?.toISOString(),
    attached: (detail.AttachedManagedPolicies ?? []).map((p) => ({ name: p.PolicyName ?? '', arn: p.PolicyArn ?? '' })),
    inline: (inline ?? []).map((p) => ({ name: p.PolicyName ?? '', document: documentOf(p.PolicyDocument) })),
  };
}
