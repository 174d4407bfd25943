import { askCustomerPolicies } from '../../src/judgements/policies/ask-policy.ts';
import { noAdministration } from '../../src/judgements/policies/questions.ts';

export default askCustomerPolicies('iam-customer-policy-unattached-no-admin', {
  title: 'Customer policies that are attached to nothing do not give full administration',
  question: noAdministration,
  such: { attachments: 0 },
  unless: [
    {
      such: { attachments: 1 },
      when: ({ name, attachments }) =>
        attachments !== undefined && attachments > 0 ? `${name} is attached` : undefined,
    },
  ],
  risk: 'Nobody looks at a policy that does nothing, until somebody who may attach policies puts it on himself: he owns the account with one call.',
});
