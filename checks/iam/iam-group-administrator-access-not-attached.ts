import { each } from '../../src/engine/forms/index.ts';
import { noAdministratorAccess } from '../../src/judgements/policies/administrator-access.ts';
import { group } from '../../src/services/iam/group.ts';

export default each(group, 'iam-group-administrator-access-not-attached', {
  title: 'AdministratorAccess is not attached to groups',
  ...noAdministratorAccess,
  risk: 'Everyone who is ever put into the group becomes an administrator, with long-term credentials.',
  fix: {
    text: 'Detach the policy, give the group what its members need, and let administrators assume a role with MFA.',
    cli: 'aws iam detach-group-policy --group-name {name} --policy-arn arn:{partition}:iam::aws:policy/AdministratorAccess',
    terraform:
      'resource "aws_iam_group_policy_attachment" "this" {\n  group      = "{name}"\n  policy_arn = aws_iam_policy.needed.arn\n}',
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_job-functions.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
  ],
});
