import { askCustomerPolicies } from '../../src/judgements/policies/ask-policy.ts';
import { noAllowingNotAction } from '../../src/judgements/policies/questions.ts';

export default askCustomerPolicies('iam-customer-policy-no-not-action', {
  title: 'Customer policies do not allow with NotAction',
  question: noAllowingNotAction,
});
