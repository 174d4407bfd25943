import { askInlinePolicies, withoutInline } from '../../src/judgements/policies/ask-policy.ts';
import { noAdministration } from '../../src/judgements/policies/questions.ts';

export default askInlinePolicies('iam-inline-policy-no-admin', {
  title: 'Inline policies do not give full administration',
  question: noAdministration,
  risk: 'An inline policy hides administration from everyone who looks at the list of policies.',
  fix: {
    text: 'Attach a managed policy with the actions and resources that are used, then delete the inline policy.',
    exact: withoutInline,
  },
});
