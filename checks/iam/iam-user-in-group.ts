import { defineCheck, fail, pass } from '../../src/engine/check.ts';
import { user } from '../../src/services/iam/user.ts';
import { few } from '../../src/text/few.ts';
import { shell } from '../../src/text/shell.ts';

export default defineCheck({
  id: 'iam-user-in-group',
  title: 'Users are in a group',
  resource: user,
  risk: 'What such a user may do is not written down with what others of the same duties may, so nobody sees that it is too much.',
  fix: {
    text: 'Put the user in the group of his duties and take the policies off him that the group has; better, give people roles instead of users.',
    exact: ({ name }) => ({ cli: shell`aws iam add-user-to-group --user-name ${name} --group-name GROUP` }),
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_groups.html'],
  evaluate: ({ name, groups }) =>
    groups.length === 0 ? fail(`${name} is in no group`) : pass(`${name} is in ${few(groups)}`, { groups }),
});
