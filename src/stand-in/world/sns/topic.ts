import { answers, here } from '../../answers.ts';
import { arnOf, iamArn, keyArn, policy } from '../../facts.ts';

const arn = (name: string): string => arnOf('sns', name);
const tlsOnly = (topic: string) =>
  policy({
    Sid: 'tls',
    Effect: 'Deny',
    Principal: '*',
    Action: 'sns:Publish',
    Resource: topic,
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  });

/** `orders` is kept well; `alarms` is as it was made. */
export default answers(
  'sns',
  {
    ListTopics: here({ Topics: [{ TopicArn: arn('alarms') }, { TopicArn: arn('orders') }] }),
    GetTopicAttributes: ({ input }) => {
      const TopicArn = String(input['TopicArn']);
      return {
        Attributes: {
          TopicArn,
          SubscriptionsConfirmed: '1',
          SubscriptionsPending: '0',
          ...(TopicArn === arn('orders')
            ? {
                Policy: tlsOnly(TopicArn),
                KmsMasterKeyId: keyArn,
                SQSFailureFeedbackRoleArn: iamArn('role/sns-logs'),
              }
            : { Policy: policy() }),
        },
      };
    },
  },
  { 'AWS::SNS::Topic': 'alarms' },
);
