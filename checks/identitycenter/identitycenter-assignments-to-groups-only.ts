import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { assignment, unassign } from '../../src/services/identitycenter/assignment.ts';
import { few } from '../../src/text/few.ts';

export default defineCheck({
  id: 'identitycenter-assignments-to-groups-only',
  title: 'Permission set is assigned to groups, not to single users',
  resource: assignment,
  risk: 'What was given to a person stays when the person changes teams or leaves: nobody looks for it account by account.',
  fix: {
    text: 'Assign the permission set to a group and put the users into it, at the identity provider where that keeps the groups. Then take the assignments of single users away; whoever is not in the group loses access to the account.',
    exact: (given) => ({
      cli: unassign(
        given,
        given.principals.filter(({ type }) => type === 'USER'),
      ),
    }),
  },
  references: ['https://docs.aws.amazon.com/singlesignon/latest/userguide/useraccess.html'],
  evaluate({ name, principals }) {
    if (principals.length === 0) return notApplicable(`nobody is assigned permission set ${name}`);
    const users = principals.filter(({ type }) => type === 'USER');
    if (users.length > 0) {
      const ids = users.map(({ id }) => id);
      return fail(
        `Permission set ${name} is assigned to ${users.length === 1 ? 'a single user' : `${users.length} single users`}: ${few(ids)}`,
        { users: ids },
      );
    }
    const other = principals.find(({ type }) => type !== 'GROUP');
    return other === undefined
      ? pass(
          `Permission set ${name} is assigned to ${principals.length === 1 ? '1 group' : `${principals.length} groups`} only`,
        )
      : unknown(
          `permission set ${name} is assigned to ${other.id}, and AWS says of it ${other.type ?? 'nothing'}, neither USER nor GROUP`,
        );
  },
});
