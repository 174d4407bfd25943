import { defineCheck, notApplicable, unknown } from '../../src/engine/check.ts';
import { mayDoLess, rolesMayDo } from '../../src/judgements/policies/may-do.ts';
import { leastPrivilege } from '../../src/judgements/policies/questions.ts';
import { isServiceLinked, role } from '../../src/services/iam/role.ts';

export default defineCheck({
  id: 'iam-role-least-privilege',
  title: 'Roles give no service as a whole',
  resource: role,
  derived: { roles: rolesMayDo },
  risk: 'Who gets into one session of the role reads and deletes everything in the service, or makes himself administrator.',
  fix: {
    text: 'Name the actions and resources that are used; IAM Access Analyzer writes such a policy from what CloudTrail saw the role do. Where a policy cannot be changed, a permissions boundary takes away what it gives too much.',
  },
  references: [
    leastPrivilege,
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-policy-generation.html',
  ],
  evaluate({ name, arn, path, attached, inline }, { derived: { roles } }) {
    if (isServiceLinked({ path })) return notApplicable(`${name} is linked to a service of AWS, which looks after it`);
    const found = roles.of(arn);
    if (found === undefined) return unknown(`what ${name} gives is not known`);
    return mayDoLess(name, found, 'service', {
      attached: attached.map((policy) => policy.arn),
      inline: inline.map((policy) => policy.name),
    });
  },
});
