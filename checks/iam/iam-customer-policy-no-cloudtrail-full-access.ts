import { askCustomerPolicies } from '../../src/judgements/policies/ask-policy.ts';
import { notAllOfCloudTrail } from '../../src/judgements/policies/questions.ts';

export default askCustomerPolicies('iam-customer-policy-no-cloudtrail-full-access', {
  title: 'Customer policies do not give all of CloudTrail',
  question: notAllOfCloudTrail,
});
