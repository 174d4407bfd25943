import { along, defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { roleName } from '../../src/judgements/policies/given-roles.ts';
import { lambdaFunction } from '../../src/services/lambda/function.ts';
import { few } from '../../src/text/few.ts';

export default defineCheck({
  id: 'lambda-function-role-not-shared',
  title: 'Each Lambda function has a role of its own',
  resource: lambdaFunction,
  along: { functions: along(lambdaFunction) },
  risk: 'The role has the rights of all functions that share it: a hole in the least important one reaches what any of them may touch.',
  fix: {
    text: 'Make a role for the function with what it alone needs, and set it in its configuration (update-function-configuration --role); the last function keeps the old role, without what the others needed.',
  },
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html'],
  evaluate({ name, arn, role }, { along: { functions }, unreadRegions }) {
    if (role === undefined) return unknown(`AWS does not say with which role ${name} runs`);
    const others = functions.filter((one) => one.role === role && one.arn !== arn);
    if (others.length > 0)
      return fail(
        `${name} runs with the role ${roleName(role)}, as ${few(others.map((one) => one.name))} ${others.length === 1 ? 'does' : 'do'}; expected a role of its own`,
        { role, functions: others.map((one) => one.arn) },
      );
    const alone = `${name} alone runs with the role ${roleName(role)}`;
    return pass(unreadRegions.length === 0 ? alone : `${alone}, among the functions of the regions that were read`, {
      role,
    });
  },
});
