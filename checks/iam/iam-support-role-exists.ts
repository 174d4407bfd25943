import { defineCheck, fail, pass } from '../../src/engine/check.ts';
import { iamAccount } from '../../src/services/iam/account.ts';

export default defineCheck({
  id: 'iam-support-role-exists',
  title: 'A role has AWSSupportAccess',
  resource: iamAccount,
  needs: ['holders'],
  risk: 'Without a role for it, an incident finds nobody who may open a case with AWS, or people reach for the root user.',
  fix: {
    text: 'Choose or make a role for the incident team, and attach the managed policy AWSSupportAccess to it.',
    cli: 'aws iam attach-role-policy --role-name ROLE_NAME --policy-arn arn:{partition}:iam::aws:policy/AWSSupportAccess',
    terraform:
      'resource "aws_iam_role_policy_attachment" "support" {\n  role       = "ROLE_NAME"\n  policy_arn = "arn:{partition}:iam::aws:policy/AWSSupportAccess"\n}',
  },
  references: ['https://docs.aws.amazon.com/awssupport/latest/user/accessing-support.html'],
  evaluate({ holders }) {
    const { roles } = holders.AWSSupportAccess;
    return roles.length > 0
      ? pass(`The account has a role with AWSSupportAccess: ${roles[0]}`, { roles: roles.slice(0, 10) })
      : fail('The account has no role with AWSSupportAccess', holders.AWSSupportAccess);
  },
});
