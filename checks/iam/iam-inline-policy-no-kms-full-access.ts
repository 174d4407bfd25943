import { askInlinePolicies } from '../../src/judgements/policies/ask-policy.ts';
import { notAllOfKms } from '../../src/judgements/policies/questions.ts';

export default askInlinePolicies('iam-inline-policy-no-kms-full-access', {
  title: 'Inline policies do not give all of KMS',
  question: notAllOfKms,
});
