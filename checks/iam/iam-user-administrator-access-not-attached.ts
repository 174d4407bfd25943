import { defineCheck, fail, pass } from '../../src/engine/check.ts';
import { user } from '../../src/services/iam/user.ts';

export default defineCheck({
  id: 'iam-user-administrator-access-not-attached',
  title: 'AdministratorAccess is not attached to users',
  resource: user,
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
  evaluate({ name, attached, partition }) {
    return attached.some(({ arn }) => arn === `arn:${partition}:iam::aws:policy/AdministratorAccess`)
      ? fail(`${name} has AdministratorAccess attached`, { attached: attached.map(({ arn }) => arn) })
      : pass(`${name} does not have AdministratorAccess attached`);
  },
});
