import { service } from '../../aws/service.ts';

export const sns = service<typeof import('@aws-sdk/client-sns')>({
  id: 'sns',
  sdkId: 'SNS',
  // What it always sends: https://docs.aws.amazon.com/sns/latest/api/API_ListTopics.html
  sends: {
    GetTopicAttributesResponse: ['Attributes'],
    ListTopicsResponse: ['Topics'],
    Topic: ['TopicArn'],
  },
  load: () => import('./sdk.ts'),
});
