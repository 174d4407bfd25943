export {
  SNSClient as Client,
  GetTopicAttributesCommand,
  ListTopicsCommand,
  paginateListTopics,
} from '@aws-sdk/client-sns';
