import { resource } from '../../inventory/resource.ts';
import { sns } from './service.ts';

export const topic = resource(sns, 'AWS::SNS::Topic', {
  calls: ['ListTopics'],
  async *list(api) {
    for await (const page of api.pages('ListTopics')) {
      for (const { TopicArn } of page.Topics ?? []) {
        if (TopicArn !== undefined) yield { id: TopicArn.slice(TopicArn.lastIndexOf(':') + 1), arn: TopicArn };
      }
    }
  },
}).facets((facet) => ({
  attributes: facet({
    calls: ['GetTopicAttributes'],
    async read(api, { arn }) {
      const { Attributes = {} } = await api.call('GetTopicAttributes', { TopicArn: arn });
      const { SubscriptionsConfirmed: confirmed } = Attributes;
      return {
        /** How many subscriptions receive what is published; undefined when SNS does not say. */
        confirmedSubscriptions: confirmed === undefined ? undefined : Number(confirmed),
      };
    },
  }),
}));
