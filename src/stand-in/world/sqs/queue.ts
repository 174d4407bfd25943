import { answers, here } from '../../answers.ts';
import { arnOf, policy } from '../../facts.ts';

const QueueArn = arnOf('sqs', 'orders');

export default answers('sqs', {
  ListQueues: here({ QueueUrls: ['https://sqs.us-east-1.amazonaws.com/123456789012/orders'] }),
  GetQueueAttributes: {
    Attributes: {
      QueueArn,
      SqsManagedSseEnabled: 'true',
      Policy: policy({ Effect: 'Allow', Principal: '*', Action: 'sqs:SendMessage', Resource: QueueArn }),
    },
  },
});
