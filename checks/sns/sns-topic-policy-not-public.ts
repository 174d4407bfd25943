import { notPublic } from '../../src/judgements/exposure/resource-policy.ts';
import { topic, topicPolicy } from '../../src/services/sns/topic.ts';

export default notPublic(topic, 'sns-topic-policy-not-public', {
  title: 'Policies of topics do not let strangers in',
  policy: topicPolicy,
  risk: 'Strangers subscribe and read along, or publish messages that your systems and people act on.',
  fix: {
    text: 'Name the principals that use the topic instead of "*", or limit it by aws:SourceAccount, aws:SourceArn or aws:PrincipalOrgID.',
  },
  references: ['https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html'],
});
