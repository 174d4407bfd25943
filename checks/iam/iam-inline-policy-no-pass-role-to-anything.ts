import { askInlinePolicies } from '../../src/judgements/policies/ask-policy.ts';
import { passingNamedRoles } from '../../src/judgements/policies/questions.ts';

export default askInlinePolicies('iam-inline-policy-no-pass-role-to-anything', {
  title: 'Inline policies name the roles that may be passed',
  question: passingNamedRoles,
});
