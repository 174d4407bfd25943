import { defineCheck } from '../../src/engine/check.ts';
import { rolesMayDo } from '../../src/judgements/policies/may-do.ts';
import { judgeRunningRole } from '../../src/judgements/policies/given-roles.ts';
import { lambdaFunction } from '../../src/services/lambda/function.ts';

export default defineCheck({
  id: 'lambda-function-role-least-privilege',
  title: 'Roles of Lambda functions give no whole service',
  resource: lambdaFunction,
  derived: { roles: rolesMayDo },
  risk: 'Whoever makes the function run his input, by a hole in it or its libraries, uses whole services with all of their data, or makes himself administrator.',
  fix: {
    text: 'Give the role only the actions and resources that the function needs. Access Analyzer makes a policy of what the role did in the past days.',
  },
  references: [
    'https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-policy-generation.html',
  ],
  evaluate: (running, { derived: { roles } }) => judgeRunningRole(running, roles, 'service'),
});
