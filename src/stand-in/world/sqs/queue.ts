import { answers, here } from '../../answers.ts';
import { arnOf, policy } from '../../facts.ts';

const address = 'https://sqs.us-east-1.amazonaws.com/123456789012';
/** `orders` takes messages of everybody, `bills` over TLS only. */
const statements = {
  orders: (Resource: string) => ({ Effect: 'Allow', Principal: '*', Action: 'sqs:SendMessage', Resource }),
  bills: (Resource: string) => ({
    Effect: 'Deny',
    Principal: '*',
    Action: 'sqs:*',
    Resource,
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  }),
};

export default answers(
  'sqs',
  {
    ListQueues: here({ QueueUrls: Object.keys(statements).map((name) => `${address}/${name}`) }),
    GetQueueAttributes: ({ input }) => {
      const name = String(input['QueueUrl']).endsWith('/bills') ? 'bills' : 'orders';
      const QueueArn = arnOf('sqs', name);
      return { Attributes: { QueueArn, SqsManagedSseEnabled: 'true', Policy: policy(statements[name](QueueArn)) } };
    },
  },
  { 'AWS::SQS::Queue': 'orders' },
);
