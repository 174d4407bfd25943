import { trustedOnly } from '../../src/judgements/exposure/resource-policy.ts';
import { busPolicy, eventBus } from '../../src/services/eventbridge/event-bus.ts';

export default trustedOnly(eventBus, 'eventbridge-bus-policy-no-cross-account', {
  title: 'Policies of event buses let in trusted accounts only',
  policy: busPolicy,
  risk: 'Who controls the other account sends events that your rules act on; when it is broken into, your rules work for the intruder.',
  fix: {
    text: 'Remove accounts that do not need it from the policy, or limit it to your organization (aws:PrincipalOrgID). List partners and your own other accounts as trusted accounts in the configuration.',
  },
  references: ['https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-permissions-manage.html'],
});
