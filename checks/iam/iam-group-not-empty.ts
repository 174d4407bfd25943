import { defineCheck, fail, pass } from '../../src/engine/check.ts';
import { group } from '../../src/services/iam/group.ts';
import { few } from '../../src/text/few.ts';
import { shell } from '../../src/text/shell.ts';

export default defineCheck({
  id: 'iam-group-not-empty',
  title: 'Groups have users',
  resource: group,
  risk: 'Nobody watches what a forgotten group may do, and whoever is put into it one day gets all of it.',
  fix: {
    text: 'Delete the group if nobody is to be put into it. Its policies have to be taken off before.',
    exact: ({ name, attached, inline }) => ({
      cli: [
        ...attached.map(({ arn }) => shell`aws iam detach-group-policy --group-name ${name} --policy-arn ${arn}`),
        ...inline.map((policy) => shell`aws iam delete-group-policy --group-name ${name} --policy-name ${policy.name}`),
        shell`aws iam delete-group --group-name ${name}`,
      ].join('\n'),
    }),
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_groups_manage_delete.html'],
  evaluate: ({ name, members }) =>
    members.length === 0 ? fail(`${name} has no users`) : pass(`${name} has ${few(members)}`, { members }),
});
