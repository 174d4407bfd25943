import { trustedOnly } from '../../src/judgements/exposure/resource-policy.ts';
import { topic, topicPolicy } from '../../src/services/sns/topic.ts';

export default trustedOnly(topic, 'sns-topic-policy-no-cross-account', {
  title: 'Policies of topics let in trusted accounts only',
  policy: topicPolicy,
  risk: 'Who controls the other account reads along or publishes; when it is broken into, your topic is too.',
  fix: {
    text: 'Remove accounts that do not need it from the policy, or limit it to your organization (aws:PrincipalOrgID). List partners and your own other accounts as trusted accounts in the configuration.',
  },
  references: ['https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html'],
});
