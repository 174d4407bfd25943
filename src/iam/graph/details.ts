import { AuditError } from '../../program/errors.ts';
import { arnAccount, parseArn } from '../../text/arn.ts';
import type { Account, Group, InlinePolicy, ManagedPolicy, Role, Surroundings, User } from './types.ts';
import { isRecord } from '../../text/record.ts';

type Json = Readonly<Record<string, unknown>>;

const wrong = (where: string, problem: string): AuditError =>
  new AuditError('usage', `${where}: ${problem}`, {
    hint: 'Give the JSON that `aws iam get-account-authorization-details` prints.',
  });

/** The elements of a list that may be left out. */
function recordsAt(object: Json, name: string, where: string): readonly Json[] {
  const value = object[name];
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw wrong(where, `${name} is not a list`);
  return value.map((one: unknown, at) => {
    if (!isRecord(one)) throw wrong(where, `${name}[${at}] is not an object`);
    return one;
  });
}

function textAt(object: Json, name: string, where: string): string {
  const value = object[name];
  if (typeof value !== 'string' || value === '') throw wrong(where, `${name} is missing or not a text`);
  return value;
}

const optionalText = (object: Json, name: string): string | undefined => {
  const value = object[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

const inlineAt = (object: Json, name: string, where: string): InlinePolicy[] =>
  recordsAt(object, name, where).map((one, at) => ({
    name: textAt(one, 'PolicyName', `${where}.${name}[${at}]`),
    document: one['PolicyDocument'],
  }));

const attachedAt = (object: Json, where: string): string[] =>
  recordsAt(object, 'AttachedManagedPolicies', where).map((one, at) =>
    textAt(one, 'PolicyArn', `${where}.AttachedManagedPolicies[${at}]`),
  );

const tagsAt = (object: Json, where: string): Record<string, string> =>
  Object.fromEntries(
    recordsAt(object, 'Tags', where).flatMap((tag) => {
      const { Key: key, Value: value } = tag as { Key?: unknown; Value?: unknown };
      return typeof key === 'string' && typeof value === 'string' ? [[key, value]] : [];
    }),
  );

const boundaryAt = (object: Json): string | undefined => {
  const boundary = object['PermissionsBoundary'];
  return isRecord(boundary) ? optionalText(boundary, 'PermissionsBoundaryArn') : undefined;
};

function userOf(one: Json, where: string): User {
  const groups = one['GroupList'];
  return {
    kind: 'user',
    arn: textAt(one, 'Arn', where),
    uniqueId: optionalText(one, 'UserId'),
    name: textAt(one, 'UserName', where),
    attached: attachedAt(one, where),
    inline: inlineAt(one, 'UserPolicyList', where),
    groups: Array.isArray(groups) ? groups.filter((name): name is string => typeof name === 'string') : [],
    boundary: boundaryAt(one),
    tags: tagsAt(one, where),
  };
}

function roleOf(one: Json, where: string): Role {
  const arn = textAt(one, 'Arn', where);
  return {
    kind: 'role',
    arn,
    uniqueId: optionalText(one, 'RoleId'),
    name: textAt(one, 'RoleName', where),
    attached: attachedAt(one, where),
    inline: inlineAt(one, 'RolePolicyList', where),
    boundary: boundaryAt(one),
    tags: tagsAt(one, where),
    trust: one['AssumeRolePolicyDocument'],
    instanceProfiles: recordsAt(one, 'InstanceProfileList', where).map((profile) => optionalText(profile, 'Arn') ?? ''),
    ...rolePaths(arn),
  };
}

/** What the path of a role's ARN tells of it. */
export const rolePaths = (arn: string): Pick<Role, 'serviceLinked' | 'permissionSet'> => ({
  serviceLinked: arn.includes(':role/aws-service-role/'),
  permissionSet: arn.includes(':role/aws-reserved/sso.amazonaws.com/'),
});

const groupOf = (one: Json, where: string): Group => ({
  kind: 'group',
  arn: textAt(one, 'Arn', where),
  name: textAt(one, 'GroupName', where),
  attached: attachedAt(one, where),
  inline: inlineAt(one, 'GroupPolicyList', where),
});

function policyOf(one: Json, where: string): ManagedPolicy {
  const arn = textAt(one, 'Arn', where);
  const versions = recordsAt(one, 'PolicyVersionList', where);
  const standing =
    versions.find((version) => version['IsDefaultVersion'] === true) ??
    versions.find((version) => version['VersionId'] === one['DefaultVersionId']);
  const awsManaged = parseArn(arn)?.[4] === 'aws';
  return {
    arn,
    name: optionalText(one, 'PolicyName') ?? arn.slice(arn.lastIndexOf('/') + 1),
    awsManaged,
    document: standing?.['Document'],
    otherVersions: awsManaged
      ? []
      : versions
          .filter((version) => version !== standing)
          .map((version) => ({ id: optionalText(version, 'VersionId') ?? '', document: version['Document'] })),
  };
}

/** AWS's JSON: an object with four lists. */
const lists = ['UserDetailList', 'GroupDetailList', 'RoleDetailList', 'Policies'] as const;

/**
 * Reads what `aws iam get-account-authorization-details` prints: documents as objects, as text or URL-encoded.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html
 * @param file names the source in error messages
 * @throws AuditError `usage` naming what is missing or of a wrong type; documents inside are never refused
 */
export function accountFromDetails(json: unknown, surroundings: Surroundings = {}, file = 'details'): Account {
  if (!isRecord(json) || !lists.some((name) => Array.isArray(json[name]))) {
    throw wrong(file, `it has none of ${lists.join(', ')}`);
  }
  if (json['IsTruncated'] === true) {
    throw new AuditError('usage', `${file}: it holds only the first part of the account (IsTruncated)`, {
      hint: 'Leave out --no-paginate and --max-items, so that the AWS CLI reads every page.',
    });
  }
  const each = <T>(name: string, make: (one: Json, where: string) => T): T[] =>
    recordsAt(json, name, file).map((one, at) => make(one, `${file}: ${name}[${at}]`));
  const users = each('UserDetailList', userOf);
  const roles = each('RoleDetailList', roleOf);
  const groups = each('GroupDetailList', groupOf);
  const policies = each('Policies', policyOf);
  const first = [...users, ...roles, ...groups].map(({ arn }) => arn).find((arn) => arnAccount(arn) !== undefined);
  return {
    ...surroundings,
    id: arnAccount(first) ?? '000000000000',
    partition: parseArn(first ?? '')?.[1] ?? 'aws',
    users,
    roles,
    groups: new Map(groups.map((group) => [group.name, group])),
    policies: new Map(policies.map((policy) => [policy.arn, policy])),
  };
}
