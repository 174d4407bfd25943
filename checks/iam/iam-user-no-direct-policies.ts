import { defineCheck, fail, pass } from '../../src/engine/check.ts';
import { user } from '../../src/services/iam/user.ts';
import { shell } from '../../src/text/shell.ts';
import { few } from '../../src/text/few.ts';

export default defineCheck({
  id: 'iam-user-no-direct-policies',
  title: 'Users get permissions through groups or roles only',
  resource: user,
  risk: 'Permissions given one by one to users drift apart and survive a change of duties, because nobody sees them as a whole.',
  fix: {
    text: 'Put the user in a group or give it a role to assume, move the permissions there, then take the policies off the user. What the user may do by them alone stops at once.',
    exact: ({ name, attached, inline }) => ({
      cli: [
        ...attached.map(({ arn }) => shell`aws iam detach-user-policy --user-name ${name} --policy-arn ${arn}`),
        ...inline.map((policy) => shell`aws iam delete-user-policy --user-name ${name} --policy-name ${policy.name}`),
      ].join('\n'),
    }),
    terraform: 'resource "aws_iam_user_group_membership" "this" {\n  user   = "{name}"\n  groups = ["developers"]\n}',
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_manage-attach-detach.html',
  ],
  evaluate({ name, attached, inline }) {
    const policies = [...attached, ...inline].map((policy) => policy.name);
    if (policies.length === 0) return pass(`${name} has no policies of its own`);
    return fail(`${name} has policies of its own: ${few(policies)}`, {
      attached: attached.map(({ arn }) => arn),
      inline: inline.map((policy) => policy.name),
    });
  },
});
