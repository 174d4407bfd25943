import { defineCheck, notApplicable, unknown, worstOf } from '../../src/engine/check.ts';
import { rolesMayDo } from '../../src/judgements/policies/may-do.ts';
import { judgeGivenRole, roleName } from '../../src/judgements/policies/given-roles.ts';
import { identityPool } from '../../src/services/cognitoidentity/identity-pool.ts';

export default defineCheck({
  id: 'cognito-identity-pool-role-least-privilege',
  title: 'Roles of Cognito identity pools give no whole service',
  resource: identityPool,
  needs: ['details', 'roles'],
  derived: { roles: rolesMayDo },
  risk: 'Whoever has the application, or nobody at all has let in where guests are, uses the service with all of its data, or makes himself administrator.',
  fix: {
    text: 'Give the role only the actions and resources that the application needs, with variables such as ${cognito-identity.amazonaws.com:sub} for what belongs to each user. For guests Cognito leaves only some services of a role, unless the pool allows the basic flow.',
  },
  references: [
    'https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html',
    'https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html',
    'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonCognitoUnAuthedIdentitiesSessionPolicy.html',
  ],
  evaluate({ name, account, details, roles: own }, { derived: { roles } }) {
    const given = (whom: string, role: string | undefined) =>
      role === undefined
        ? []
        : [{ who: `Identity pool ${name} gives ${whom} the role ${roleName(role)}, which`, role }];
    // Where the pool lets no guests in, nobody gets the role for them.
    const guest = details.guests === false ? [] : given('guests', own.guest);
    const unsaid =
      details.guests === undefined && own.guest !== undefined
        ? [
            unknown(
              `AWS does not say whether identity pool ${name} lets guests in, who would get the role ${roleName(own.guest)}`,
            ),
          ]
        : [];
    const users = [...given('its users', own.user), ...own.mapped.flatMap((role) => given('users by a rule', role))];
    const verdicts = [
      ...unsaid,
      ...[...(unsaid.length === 0 ? guest : []), ...users].map((one) => judgeGivenRole(one, account, roles)),
    ];
    return worstOf(verdicts) ?? notApplicable(`identity pool ${name} gives nobody a role`);
  },
});
