import { service } from '../../aws/service.ts';

export const sqs = service<typeof import('@aws-sdk/client-sqs')>({
  id: 'sqs',
  sdkId: 'SQS',
  load: () => import('./sdk.ts'),
});
