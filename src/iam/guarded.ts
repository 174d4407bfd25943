import { parseArn } from '../text/arn.ts';

/** Operations on a policy itself; attaching it is an operation on whom it is attached to. */
const onPolicies: ReadonlySet<string> = new Set(
  [
    'CreatePolicyVersion',
    'DeletePolicyVersion',
    'SetDefaultPolicyVersion',
    'DeletePolicy',
    'TagPolicy',
    'UntagPolicy',
  ].map((verb) => `iam:${verb.toLowerCase()}`),
);

/**
 * Operations that end with UnmodifiableEntity for roles that belong to a service. Their descriptions may be changed, and
 * who may call iam:DeleteServiceLinkedRole can ask the service to give the role up.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachRolePolicy.html#API_AttachRolePolicy_Errors
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html#edit-service-linked-role
 */
const onRoles: ReadonlySet<string> = new Set(
  [
    'AddRoleToInstanceProfile',
    'AttachRolePolicy',
    'DeleteRole',
    'DeleteRolePermissionsBoundary',
    'DeleteRolePolicy',
    'DetachRolePolicy',
    'PutRolePermissionsBoundary',
    'PutRolePolicy',
    'RemoveRoleFromInstanceProfile',
    'UpdateAssumeRolePolicy',
  ].map((verb) => `iam:${verb.toLowerCase()}`),
);

/**
 * Why AWS refuses an operation whatever policies say; undefined: it does not.
 * @param action in any case
 */
export function guardedByAws(action: string, resource: string): string | undefined {
  const verb = action.toLowerCase();
  const parts = parseArn(resource);
  if (parts?.[2] !== 'iam') return undefined;
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html#aws-managed-policies
  if (parts[4] === 'aws' && parts[5].startsWith('policy/') && onPolicies.has(verb))
    return 'nobody but AWS changes its managed policies';
  if (!onRoles.has(verb)) return undefined;
  if (parts[5].startsWith('role/aws-service-role/'))
    return 'only the service that a service-linked role belongs to changes it';
  // https://docs.aws.amazon.com/singlesignon/latest/userguide/permissionsetsconcept.html
  if (parts[5].startsWith('role/aws-reserved/sso.amazonaws.com/'))
    return 'only IAM Identity Center changes the roles of its permission sets';
  return undefined;
}
