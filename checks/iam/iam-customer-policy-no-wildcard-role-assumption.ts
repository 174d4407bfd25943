import { askCustomerPolicies } from '../../src/judgements/policies/ask-policy.ts';
import { assumingNamedRoles } from '../../src/judgements/policies/questions.ts';

export default askCustomerPolicies('iam-customer-policy-no-wildcard-role-assumption', {
  title: 'Customer policies name the roles that may be assumed',
  question: assumingNamedRoles,
});
