import { notPublic } from '../../src/judgements/exposure/resource-policy.ts';
import { busPolicy, eventBus } from '../../src/services/eventbridge/event-bus.ts';

export default notPublic(eventBus, 'eventbridge-bus-policy-not-public', {
  title: 'Policies of event buses do not let strangers in',
  policy: busPolicy,
  risk: 'Anyone with an AWS account of his own sends events that your rules act on, or changes the rules.',
  fix: {
    text: 'Name the accounts that send events instead of "*", or limit it by aws:PrincipalOrgID.',
  },
  references: ['https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-permissions-manage.html'],
});
