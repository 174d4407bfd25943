import { askCustomerPolicies } from '../../src/judgements/policies/ask-policy.ts';
import { noServiceAsAWhole } from '../../src/judgements/policies/questions.ts';

export default askCustomerPolicies('iam-customer-policy-no-service-wildcard', {
  title: 'Customer policies give no service as a whole',
  question: noServiceAsAWhole,
});
