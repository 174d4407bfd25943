import { askAwsPolicies } from '../../src/judgements/policies/ask-policy.ts';
import { noAdministration } from '../../src/judgements/policies/questions.ts';

export default askAwsPolicies('iam-managed-policy-attached-no-admin', {
  title: 'No AWS managed policy with full administration is attached',
  question: noAdministration,
  risk: 'Whoever holds AdministratorAccess or its like can do everything, and everyone who can become one of them too.',
  fix: 'Give each holder what it uses instead, and keep administration for a role that is assumed with MFA. Findings about AdministratorAccess on users, groups and roles have the command for each.',
});
