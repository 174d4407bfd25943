import { tlsOnly } from '../../src/judgements/exposure/transport.ts';
import { topic, topicPolicy } from '../../src/services/sns/topic.ts';

export default tlsOnly(topic, 'sns-topic-policy-https-only', {
  title: 'Topics take messages over TLS only',
  policy: topicPolicy,
  messages: ['sns:Publish'],
  risk: 'SNS also answers over plain HTTP: messages that are published so can be read and altered on the way.',
  fix: {
    text: 'Deny sns:Publish to everybody when aws:SecureTransport is false. The command keeps the statements that the policy had when it was read, and adds this one; publishers that still use plain HTTP are refused.',
  },
  references: ['https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html'],
});
