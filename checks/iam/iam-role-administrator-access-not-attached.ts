import { defineCheck, fail, notApplicable, pass } from '../../src/engine/check.ts';
import { role } from '../../src/services/iam/role.ts';

export default defineCheck({
  id: 'iam-role-administrator-access-not-attached',
  title: 'AdministratorAccess is not attached to roles',
  resource: role,
  settings: {
    exemptPaths: {
      type: 'strings',
      default: [],
      describe: 'paths of roles that may be administrators, e.g. /aws-reserved/sso.amazonaws.com/',
    },
  },
  risk: 'Whoever may assume the role, or runs code under it, can do everything in the account.',
  fix: {
    text: 'Replace the policy by one with the permissions the role uses; access advisor and IAM Access Analyzer show which.',
    cli: 'aws iam detach-role-policy --role-name {name} --policy-arn arn:{partition}:iam::aws:policy/AdministratorAccess',
    terraform:
      'resource "aws_iam_role_policy_attachment" "this" {\n  role       = "{name}"\n  policy_arn = aws_iam_policy.needed.arn\n}',
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_job-functions.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
  ],
  evaluate({ name, path, attached, partition }, { settings }) {
    if (settings.exemptPaths.some((exempt) => path.startsWith(exempt)))
      return notApplicable(`roles under ${path} are exempt`);

    return attached.some(({ arn }) => arn === `arn:${partition}:iam::aws:policy/AdministratorAccess`)
      ? fail(`${name} has AdministratorAccess attached`, { attached: attached.map(({ arn }) => arn) })
      : pass(`${name} does not have AdministratorAccess attached`);
  },
});
