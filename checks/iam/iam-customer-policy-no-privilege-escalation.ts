import { askCustomerPolicies } from '../../src/judgements/policies/ask-policy.ts';
import { noEscalationOfRights } from '../../src/judgements/escalation/policy-question.ts';

export default askCustomerPolicies('iam-customer-policy-no-privilege-escalation', {
  title: 'Customer policies give no way to more rights than they state',
  question: noEscalationOfRights,
});
