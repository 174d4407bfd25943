import { askCustomerPolicies } from '../../src/judgements/policies/ask-policy.ts';
import { notAllOfKms } from '../../src/judgements/policies/questions.ts';

export default askCustomerPolicies('iam-customer-policy-no-kms-full-access', {
  title: 'Customer policies do not give all of KMS',
  question: notAllOfKms,
});
