import { service } from '../../aws/service.ts';

export const sns = service({
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
