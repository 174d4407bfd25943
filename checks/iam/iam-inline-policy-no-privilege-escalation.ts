import { askInlinePolicies } from '../../src/judgements/policies/ask-policy.ts';
import { noEscalationOfRights } from '../../src/judgements/escalation/policy-question.ts';

export default askInlinePolicies('iam-inline-policy-no-privilege-escalation', {
  title: 'Inline policies give no way to more rights than they state',
  question: noEscalationOfRights,
});
