import { askInlinePolicies } from '../../src/judgements/policies/ask-policy.ts';
import { noServiceAsAWhole } from '../../src/judgements/policies/questions.ts';

export default askInlinePolicies('iam-inline-policy-no-service-wildcard', {
  title: 'Inline policies give no service as a whole',
  question: noServiceAsAWhole,
});
