import { defineCheck, fail, notApplicable, pass } from '../../src/engine/check.ts';
import { role } from '../../src/services/iam/role.ts';
import { few } from '../../src/text/few.ts';
import { shell } from '../../src/text/shell.ts';

export default defineCheck({
  id: 'iam-role-no-inline-policies',
  title: 'Roles have no inline policies',
  resource: role,
  risk: 'An inline policy has no versions, shows up in no list of policies and cannot be given to another role: it is overlooked when rights are reviewed.',
  fix: {
    text: 'Make customer managed policies of what the inline ones say and attach those to the role, then delete the inline ones. What the role may do by them alone stops at once.',
    exact: ({ name, inline }) => ({
      cli: inline
        .map((policy) => shell`aws iam delete-role-policy --role-name ${name} --policy-name ${policy.name}`)
        .join('\n'),
    }),
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html'],
  evaluate({ name, path, inline }) {
    if (path.startsWith('/aws-service-role/')) return notApplicable(`${name} is linked to a service of AWS`);
    if (path.startsWith('/aws-reserved/'))
      return notApplicable(`${name} is a role of AWS: what it is made from says which policies it has`);
    const names = inline.map((policy) => policy.name);
    return names.length === 0
      ? pass(`${name} has no inline policies`)
      : fail(`${name} has inline policies: ${few(names)}`, { inline: names });
  },
});
