import { answers, here } from '../../answers.ts';
import { arnOf, policy } from '../../facts.ts';

const TopicArn = arnOf('sns', 'alarms');

export default answers('sns', {
  ListTopics: here({ Topics: [{ TopicArn }] }),
  GetTopicAttributes: {
    Attributes: { TopicArn, SubscriptionsConfirmed: '1', SubscriptionsPending: '0', Policy: policy() },
  },
});
