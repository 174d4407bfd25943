import { askCustomerPolicies } from '../../src/judgements/policies/ask-policy.ts';
import { noAdministration } from '../../src/judgements/policies/questions.ts';

export default askCustomerPolicies('iam-customer-policy-attached-no-admin', {
  title: 'Attached customer policies do not give full administration',
  question: noAdministration,
  unless: [{ at: 'attachments', is: [0], because: '{name} is attached to nothing' }],
});
