import { askInlinePolicies } from '../../src/judgements/policies/ask-policy.ts';
import { notAllOfCloudTrail } from '../../src/judgements/policies/questions.ts';

export default askInlinePolicies('iam-inline-policy-no-cloudtrail-full-access', {
  title: 'Inline policies do not give all of CloudTrail',
  question: notAllOfCloudTrail,
});
