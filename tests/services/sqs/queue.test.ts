import { expect, it } from 'vitest';
import { queue } from '../../../src/services/sqs/queue.ts';
import { collectType } from '../../helpers/resource-suite.ts';

const url = (name: string): string => `https://sqs.eu-west-1.amazonaws.com/111122223333/${name}`;

it('lists every page, which SQS does only where a size is asked for', async () => {
  const { records, sent } = await collectType(queue, [], {
    ListQueues: ({ NextToken }: { NextToken?: string }) =>
      NextToken === undefined ? { QueueUrls: [url('a')], NextToken: 'more' } : { QueueUrls: [url('b.fifo')] },
  });
  expect(records.map(({ item }) => item.id)).toEqual(['a', 'b.fifo']);
  expect(sent.map(({ input }) => input['MaxResults'])).toEqual([1000, 1000]);
});

it('a region without queues has no list', async () => {
  expect((await collectType(queue, [], { ListQueues: {} })).records).toEqual([]);
});

it.each([
  [{ KmsMasterKeyId: 'alias/own' }, 'KMS'],
  [{ KmsMasterKeyId: 'alias/own', SqsManagedSseEnabled: 'false' }, 'KMS'],
  [{ SqsManagedSseEnabled: 'true' }, 'SQS'],
  [{ SqsManagedSseEnabled: 'false' }, 'NONE'],
  [{ SqsManagedSseEnabled: 'false', KmsMasterKeyId: '' }, 'NONE'],
  [{}, undefined],
])('%j is encrypted by %s', async (Attributes, encryption) => {
  const { records } = await collectType(queue, ['attributes'], {
    ListQueues: { QueueUrls: [url('a')] },
    GetQueueAttributes: { Attributes },
  });
  expect(records[0]?.outcomes['attributes']).toMatchObject({ kind: 'present', value: { encryption } });
});
