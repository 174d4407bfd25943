import { askCustomerPolicies } from '../../src/judgements/policies/ask-policy.ts';
import { passingNamedRoles } from '../../src/judgements/policies/questions.ts';

export default askCustomerPolicies('iam-policy-no-pass-role-to-anything', {
  title: 'Customer policies name the roles that may be passed',
  question: passingNamedRoles,
});
