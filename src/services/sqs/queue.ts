import { resource } from '../../inventory/resource.ts';
import { shell } from '../../text/shell.ts';
import { sqs } from './service.ts';

/** Without a page size the list ends at 1,000 queues and has no token, so one is asked for. */
export const queue = resource(sqs, 'AWS::SQS::Queue', {
  calls: ['ListQueues'],
  references: ['https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListQueues.html'],
  narrows: { ListQueues: { QueueNamePrefix: 'unless given' } },
  resumable: 'ListQueues',
  async *list(api) {
    for await (const page of api.pages('ListQueues', { MaxResults: 1000 })) {
      // SQS leaves the list out where there is no queue: https://github.com/boto/boto3/issues/1813
      for (const url of page.QueueUrls ?? []) yield { id: url.slice(url.lastIndexOf('/') + 1), url };
    }
  },
  arn: ({ id }, { partition, region, account }) => `arn:${partition}:sqs:${region}:${account}:${id}`,
}).facets((facet) => ({
  attributes: facet({
    calls: ['GetQueueAttributes'],
    async read(api, { url }) {
      const { Attributes } = await api.call('GetQueueAttributes', { QueueUrl: url, AttributeNames: ['All'] });
      const { Policy: policy, KmsMasterKeyId: key, SqsManagedSseEnabled: managed } = Attributes ?? {};
      const ownKeys = managed === 'true' ? 'SQS' : managed === 'false' ? 'NONE' : undefined;
      // A queue has one or the other: a KMS key turns keys of SQS off.
      return { policy, key, encryption: key === undefined || key === '' ? ownKeys : 'KMS' } as const;
    },
  }),
}));

export const queuePolicy = {
  kind: 'sqs',
  at: 'attributes.policy',
  action: 'sqs:SendMessage',
  put: ({ url }: { readonly url: string }, policy: string | undefined): string =>
    shell`aws sqs set-queue-attributes --queue-url ${url} --attributes ${{ Policy: policy ?? '' }}`,
} as const;

export const queueEncryption = {
  at: 'attributes.encryption',
  is: { KMS: 'kms', SQS: 'aws', NONE: 'none' },
  unsaid: undefined,
  key: 'attributes.key',
  what: 'its messages',
} as const;
