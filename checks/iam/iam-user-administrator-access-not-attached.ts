import { each } from '../../src/engine/forms/index.ts';
import { noAdministratorAccess } from '../../src/judgements/policies/administrator-access.ts';
import { user } from '../../src/services/iam/user.ts';

export default each(user, 'iam-user-administrator-access-not-attached', {
  title: 'AdministratorAccess is not attached to users',
  ...noAdministratorAccess,
  risk: 'Long-term credentials of an administrator open the whole account to whoever steals them, at any time.',
  fix: {
    text: 'Detach the policy. Let administrators assume a role with MFA, for as long as a task takes.',
    cli: 'aws iam detach-user-policy --user-name {name} --policy-arn arn:{partition}:iam::aws:policy/AdministratorAccess',
    terraform: 'resource "aws_iam_user_group_membership" "this" {\n  user   = "{name}"\n  groups = ["developers"]\n}',
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_job-functions.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
  ],
});
