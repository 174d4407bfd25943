import { askInlinePolicies } from '../../src/judgements/policies/ask-policy.ts';
import { noAllowingNotAction } from '../../src/judgements/policies/questions.ts';

export default askInlinePolicies('iam-inline-policy-no-not-action', {
  title: 'Inline policies do not allow with NotAction',
  question: noAllowingNotAction,
});
