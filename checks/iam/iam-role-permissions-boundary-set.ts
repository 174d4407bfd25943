import { defineCheck, fail, notApplicable, pass } from '../../src/engine/check.ts';
import { role } from '../../src/services/iam/role.ts';
import { shell } from '../../src/text/shell.ts';

export default defineCheck({
  id: 'iam-role-permissions-boundary-set',
  title: 'Roles have a permissions boundary',
  resource: role,
  risk: 'Whoever may change the policies of a role gives it any right: nothing says what is the most that it may ever do.',
  fix: {
    text: 'Give the role a policy as its boundary that holds the most it may ever do. What its policies allow beyond it stops at once; the boundary gives nothing by itself.',
    exact: ({ name }) => ({
      cli: `${shell`aws iam put-role-permissions-boundary --role-name ${name}`} --permissions-boundary POLICY_ARN`,
    }),
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html'],
  evaluate({ name, path, boundary }) {
    if (path.startsWith('/aws-service-role/')) return notApplicable(`${name} is linked to a service of AWS`);
    if (path.startsWith('/aws-reserved/'))
      return notApplicable(`${name} is a role of AWS: what it is made from says which boundary it has`);
    return boundary === undefined
      ? fail(`${name} has no permissions boundary`)
      : pass(`${name} has the permissions boundary ${boundary}`, { boundary });
  },
});
