import { resource } from '../../inventory/resource.ts';
import { sqs } from './service.ts';

/** A queue. Without a page size the list ends at 1,000 queues and has no token, so one is always asked for. */
export const queue = resource(sqs, 'AWS::SQS::Queue', {
  calls: ['ListQueues'],
  references: ['https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListQueues.html'],
  narrows: { ListQueues: { QueueNamePrefix: 'unless given' } },
  resumable: 'ListQueues',
  async *list(api) {
    for await (const page of api.pages('ListQueues', { MaxResults: 1000 })) {
      for (const url of page.QueueUrls ?? []) yield { id: url.slice(url.lastIndexOf('/') + 1), url };
    }
  },
  arn: ({ id }, { partition, region, account }) => `arn:${partition}:sqs:${region}:${account}:${id}`,
}).facets((facet) => ({
  attributes: facet({
    calls: ['GetQueueAttributes'],
    async read(api, { url }) {
      const { Attributes: said = {} } = await api.call('GetQueueAttributes', {
        QueueUrl: url,
        AttributeNames: ['All'],
      });
      const key = said['KmsMasterKeyId'];
      const managed = said['SqsManagedSseEnabled'];
      return {
        /** Undefined where the queue has none: only its own account may use it. */
        policy: said['Policy'],
        keyId: key,
        /** A KMS key comes before keys of SQS. */
        encryption:
          key !== undefined && key !== ''
            ? 'KMS'
            : managed === 'true'
              ? 'SQS'
              : managed === 'false'
                ? 'NONE'
                : undefined,
      };
    },
  }),
}));
