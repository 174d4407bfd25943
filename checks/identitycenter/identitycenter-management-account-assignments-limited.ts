import { along, defineCheck, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { managerOf, notInOne, standing } from '../../src/judgements/organization/standing.ts';
import { mayDoLess } from '../../src/judgements/policies/may-do.ts';
import { setMayDo, setParts } from '../../src/judgements/policies/permission-set.ts';
import { assignment, unassign } from '../../src/services/identitycenter/assignment.ts';
import { permissionSet } from '../../src/services/identitycenter/permission-set.ts';

export default defineCheck({
  id: 'identitycenter-management-account-assignments-limited',
  title: 'Few people have wide rights in the management account',
  resource: assignment,
  along: { sets: along(permissionSet, { needs: setParts }) },
  derived: { standing },
  settings: {
    principals: {
      type: 'strings',
      default: [],
      describe: 'ids of the users and groups that are meant to have wide rights in the management account',
    },
  },
  risk: 'Service control policies do not bind the management account, and it can take over every member: whoever has wide rights there has the organization.',
  fix: {
    text: 'Do in member accounts what can be done there: delegate services to them, and keep workloads out of the management account. Leave the rest to a small group with a permission set of its own, and name it in the setting "principals" of the check. The commands take the assignment of everybody else away; run them in the management account, since AWS refuses them to delegated administrators.',
    exact: (given, { settings }) => ({
      cli: unassign(
        given,
        given.principals.filter(({ id }) => !settings.principals.includes(id)),
      ),
    }),
  },
  references: [
    'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_best-practices_mgmt-acct.html',
    'https://docs.aws.amazon.com/singlesignon/latest/userguide/delegated-admin.html',
  ],
  evaluate({ name, permissionSet: arn, target, account, principals }, { along: { sets }, derived, settings }) {
    const { standing: found } = derived;
    const outside = notInOne(found);
    if (outside !== undefined) return outside;
    const management = managerOf(found, account);
    if (management === undefined) return unknown('AWS does not say which account manages the organization');
    if (target !== management) return notApplicable(`account ${target} is not the management account`);
    const others = principals.filter(({ id }) => !settings.principals.includes(id));
    if (principals.length === 0) return notApplicable(`nobody is assigned permission set ${name}`);
    if (others.length === 0)
      return pass(`Permission set ${name}, the management account, is assigned to those who are meant to have it`, {
        principals,
      });
    const set = sets.find((one) => one.arn === arn);
    if (set === undefined) return unknown(`the policies of permission set ${name} were not read`);
    const who = `${others.length} ${others.length === 1 ? 'principal' : 'principals'}`;
    return mayDoLess(
      `Permission set ${name}, the management account, is assigned to ${who} and`,
      setMayDo(set),
      'service',
      {
        principals: others,
      },
    );
  },
});
