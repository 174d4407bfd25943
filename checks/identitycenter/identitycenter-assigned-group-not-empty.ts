import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { assignment, unassign } from '../../src/services/identitycenter/assignment.ts';
import { few } from '../../src/text/few.ts';

export default defineCheck({
  id: 'identitycenter-assigned-group-not-empty',
  title: 'Groups that have a permission set have members',
  resource: assignment,
  needs: ['emptyGroups'],
  risk: 'Whoever may put people into an empty group gives them its rights in the account, and nobody looks for an assignment that nobody has used.',
  fix: {
    text: 'Take the assignment away from groups that nobody needs to be in. Where members come from a directory, look there first why none come: a group of that name that is not synchronized any more stays empty here.',
    exact: (given) => {
      const empty = given.principals.filter(({ id }) => given.emptyGroups?.includes(id) === true);
      return empty.length === 0 ? {} : { cli: unassign(given, empty) };
    },
  },
  references: [
    'https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_ListGroupMemberships.html',
  ],
  evaluate({ name, principals, emptyGroups }) {
    const groups = principals.filter(({ type }) => type === 'GROUP');
    if (groups.length === 0) return notApplicable(`Permission set ${name} is assigned to no group`);
    const whose = `Permission set ${name}`;
    if (emptyGroups === undefined)
      return fail(
        `${whose} is assigned to a group that does not exist any more, one of ${few(groups.map(({ id }) => id))}`,
      );
    if (emptyGroups === null) return unknown(`AWS does not say whose groups ${whose} is assigned to`);
    return emptyGroups.length === 0
      ? pass(`${whose} is assigned to groups that have members`, { groups })
      : fail(
          `${whose} is assigned to ${emptyGroups.length === 1 ? 'a group' : 'groups'} that nobody is in: ${few(emptyGroups)}`,
          {
            emptyGroups,
          },
        );
  },
});
