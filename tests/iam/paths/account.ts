/** Accounts for tests, in the shape of GetAccountAuthorizationDetails. */
export const ACCOUNT = '111122223333';
export const iamArn = (rest: string): string => `arn:aws:iam::${ACCOUNT}:${rest}`;

export type Statement = Readonly<Record<string, unknown>>;

export const doc = (...statements: readonly Statement[]): unknown => ({
  Version: '2012-10-17',
  Statement: statements.map((one) => ({ Effect: 'Allow', ...one })),
});

export const allow = (
  actions: string | readonly string[],
  resource: unknown = '*',
  condition?: unknown,
): Statement => ({
  Effect: 'Allow',
  Action: actions,
  Resource: resource,
  ...(condition === undefined ? {} : { Condition: condition }),
});

export const denyAllBut = (actions: readonly string[]): Statement => ({
  Effect: 'Deny',
  NotAction: actions,
  Resource: '*',
});

const inline = (documents: readonly unknown[]) =>
  documents.map((document, at) => ({ PolicyName: `inline${at}`, PolicyDocument: document }));
const managed = (arns: readonly string[]) =>
  arns.map((arn) => ({ PolicyName: arn.slice(arn.lastIndexOf('/') + 1), PolicyArn: arn }));
const boundaryOf = (arn: string | undefined) =>
  arn === undefined ? {} : { PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: arn } };
const tagsOf = (tags: Readonly<Record<string, string>> | undefined) =>
  Object.entries(tags ?? {}).map(([Key, Value]) => ({ Key, Value }));

interface Holder {
  readonly inline?: readonly unknown[];
  readonly attached?: readonly string[];
}
export interface UserSpec extends Holder {
  readonly groups?: readonly string[];
  readonly boundary?: string;
  readonly tags?: Readonly<Record<string, string>>;
  /** What the credential report tells; the details do not. */
  readonly keys?: number;
  readonly password?: boolean;
}
export interface RoleSpec extends Holder {
  readonly trust?: unknown;
  readonly path?: string;
  readonly profile?: boolean;
  readonly boundary?: string;
  readonly tags?: Readonly<Record<string, string>>;
}
export interface AccountSpec {
  readonly users?: Readonly<Record<string, UserSpec>>;
  readonly roles?: Readonly<Record<string, RoleSpec>>;
  readonly groups?: Readonly<Record<string, Holder>>;
  /** Customer managed policies: the default version first. */
  readonly policies?: Readonly<Record<string, readonly unknown[]>>;
  /** Policies of AWS besides AdministratorAccess. */
  readonly awsPolicies?: Readonly<Record<string, unknown>>;
}

export const ADMINISTRATOR = 'arn:aws:iam::aws:policy/AdministratorAccess';

export const trustService = (...services: readonly string[]): unknown =>
  doc({ Principal: { Service: services }, Action: 'sts:AssumeRole' });
export const trustAccount = (condition?: unknown): unknown =>
  doc({
    Principal: { AWS: iamArn('root') },
    Action: 'sts:AssumeRole',
    ...(condition === undefined ? {} : { Condition: condition }),
  });
export const trustArn = (arn: string): unknown => doc({ Principal: { AWS: arn }, Action: 'sts:AssumeRole' });

export const policyArn = (name: string): string => iamArn(`policy/${name}`);

/** The JSON that `aws iam get-account-authorization-details` would print. */
export function details(spec: AccountSpec): Record<string, unknown> {
  return {
    UserDetailList: Object.entries(spec.users ?? {}).map(([name, user]) => ({
      UserName: name,
      Path: '/',
      UserId: `AIDA${name}`,
      Arn: iamArn(`user/${name}`),
      GroupList: user.groups ?? [],
      UserPolicyList: inline(user.inline ?? []),
      AttachedManagedPolicies: managed(user.attached ?? []),
      Tags: tagsOf(user.tags),
      ...boundaryOf(user.boundary),
    })),
    GroupDetailList: Object.entries(spec.groups ?? {}).map(([name, group]) => ({
      GroupName: name,
      Arn: iamArn(`group/${name}`),
      GroupPolicyList: inline(group.inline ?? []),
      AttachedManagedPolicies: managed(group.attached ?? []),
    })),
    RoleDetailList: Object.entries(spec.roles ?? {}).map(([name, role]) => ({
      RoleName: name,
      RoleId: `AROA${name}`,
      Arn: iamArn(`role${role.path ?? '/'}${name}`),
      AssumeRolePolicyDocument: role.trust ?? doc(),
      InstanceProfileList:
        role.profile === true ? [{ InstanceProfileName: name, Arn: iamArn(`instance-profile/${name}`) }] : [],
      RolePolicyList: inline(role.inline ?? []),
      AttachedManagedPolicies: managed(role.attached ?? []),
      Tags: tagsOf(role.tags),
      ...boundaryOf(role.boundary),
    })),
    Policies: [
      {
        PolicyName: 'AdministratorAccess',
        Arn: ADMINISTRATOR,
        DefaultVersionId: 'v1',
        PolicyVersionList: [{ VersionId: 'v1', IsDefaultVersion: true, Document: doc(allow('*')) }],
      },
      ...Object.entries(spec.awsPolicies ?? {}).map(([name, document]) => ({
        PolicyName: name,
        Arn: `arn:aws:iam::aws:policy/${name}`,
        DefaultVersionId: 'v1',
        PolicyVersionList: [{ VersionId: 'v1', IsDefaultVersion: true, Document: document }],
      })),
      ...Object.entries(spec.policies ?? {}).map(([name, versions]) => ({
        PolicyName: name,
        Arn: policyArn(name),
        DefaultVersionId: 'v1',
        PolicyVersionList: versions.map((document, at) => ({
          VersionId: `v${at + 1}`,
          IsDefaultVersion: at === 0,
          Document: document,
        })),
      })),
    ],
  };
}
