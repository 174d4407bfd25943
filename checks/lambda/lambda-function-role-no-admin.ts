import { defineCheck } from '../../src/engine/check.ts';
import { rolesMayDo } from '../../src/judgements/policies/may-do.ts';
import { judgeRunningRole } from '../../src/judgements/policies/given-roles.ts';
import { lambdaFunction } from '../../src/services/lambda/function.ts';

export default defineCheck({
  id: 'lambda-function-role-no-admin',
  title: 'Roles of Lambda functions are not administrators',
  resource: lambdaFunction,
  derived: { roles: rolesMayDo },
  risk: 'One hole in the function, its libraries or what deploys it, and a stranger owns the whole account.',
  fix: {
    text: 'Give the role only the actions and resources that the function needs, and take the rest away. Access Analyzer makes a policy of what the role did in the past days.',
  },
  references: [
    'https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-policy-generation.html',
  ],
  evaluate: (running, { derived: { roles } }) => judgeRunningRole(running, roles, 'administrator'),
});
