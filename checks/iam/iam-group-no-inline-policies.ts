import { defineCheck, fail, pass } from '../../src/engine/check.ts';
import { group } from '../../src/services/iam/group.ts';
import { few } from '../../src/text/few.ts';
import { shell } from '../../src/text/shell.ts';

export default defineCheck({
  id: 'iam-group-no-inline-policies',
  title: 'Groups have no inline policies',
  resource: group,
  risk: 'An inline policy has no versions, shows up in no list of policies and cannot be given to another group: it is overlooked when rights are reviewed.',
  fix: {
    text: 'Make customer managed policies of what the inline ones say and attach those to the group, then delete the inline ones. What members may do by them alone stops at once.',
    exact: ({ name, inline }) => ({
      cli: inline
        .map((policy) => shell`aws iam delete-group-policy --group-name ${name} --policy-name ${policy.name}`)
        .join('\n'),
    }),
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html'],
  evaluate({ name, inline }) {
    const names = inline.map((policy) => policy.name);
    return names.length === 0
      ? pass(`${name} has no inline policies`)
      : fail(`${name} has inline policies: ${few(names)}`, { inline: names });
  },
});
