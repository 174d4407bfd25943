import { service } from '../../aws/service.ts';

export const sqs = service<typeof import('@aws-sdk/client-sqs')>({
  id: 'sqs',
  sdkId: 'SQS',
  // Asked for all attributes, it sends those that every queue has: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueAttributes.html
  sends: { GetQueueAttributesResult: ['Attributes'] },
  load: () => import('./sdk.ts'),
});
