import { defineCheck, notApplicable } from '../../src/engine/check.ts';
import { rolesMayDo } from '../../src/judgements/policies/may-do.ts';
import { judgeGivenRole, roleName } from '../../src/judgements/policies/given-roles.ts';
import { userPoolGroup } from '../../src/services/cognito/user-pool.ts';

export default defineCheck({
  id: 'cognito-user-pool-group-role-least-privilege',
  title: 'Roles of groups in Cognito user pools give no whole service',
  resource: userPoolGroup,
  derived: { roles: rolesMayDo },
  risk: 'Every member of the group, and whoever takes over an account of one, uses the service with all of its data, or makes himself administrator.',
  fix: {
    text: 'Give the role only the actions and resources that the application needs, with variables such as ${cognito-identity.amazonaws.com:sub} for what belongs to each user. An identity pool gives the role to members where it takes roles from their token.',
  },
  references: ['https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html'],
  evaluate({ name, poolName, role, account }, { derived: { roles } }) {
    const label = `Group ${name} of ${poolName}`;
    if (role === undefined) return notApplicable(`group ${name} of ${poolName} has no role`);
    return judgeGivenRole({ who: `${label} has the role ${roleName(role)}, which`, role }, account, roles);
  },
});
