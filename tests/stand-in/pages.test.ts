import { paginateDescribeAlarms } from '@aws-sdk/client-cloudwatch';
import { paginateDescribeVpcs } from '@aws-sdk/client-ec2';
import { paginateListDetectors } from '@aws-sdk/client-guardduty';
import { paginateListUsers } from '@aws-sdk/client-iam';
import { paginateListKeys } from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { clientsFor } from './clients.ts';
import { startFront, type Front } from '../../src/stand-in/front.ts';
import { paged } from '../../src/stand-in/pages.ts';

let front: Front;
let aws: ReturnType<typeof clientsFor>;
beforeAll(async () => {
  front = await startFront();
  aws = clientsFor(front.url);
});
afterAll(() => front.stop());

it.each([
  {
    service: 'iam',
    operation: 'ListUsers',
    items: ['a', 'b', 'c', 'd', 'e'].map((UserName) => ({ UserName })),
    paging: { list: 'Users', next: 'Marker', more: 'IsTruncated', size: 2 },
    pages: () => paginateListUsers({ client: aws.iam }, {}),
  },
  {
    service: 'kms',
    operation: 'ListKeys',
    items: ['a', 'b', 'c', 'd', 'e'].map((KeyId) => ({ KeyId })),
    paging: { list: 'Keys', token: 'Marker', next: 'NextMarker', more: 'Truncated', size: 2 },
    pages: () => paginateListKeys({ client: aws.kms }, {}),
  },
  {
    service: 'ec2',
    operation: 'DescribeVpcs',
    items: ['a', 'b', 'c', 'd', 'e'].map((VpcId) => ({ VpcId })),
    paging: { list: 'Vpcs', next: 'NextToken', size: 2 },
    pages: () => paginateDescribeVpcs({ client: aws.ec2 }, {}),
  },
  {
    service: 'guardduty',
    operation: 'ListDetectors',
    items: ['a', 'b', 'c', 'd', 'e'],
    paging: { list: 'DetectorIds', next: 'NextToken', size: 2 },
    pages: () => paginateListDetectors({ client: aws.guardduty }, {}),
  },
  {
    service: 'cloudwatch',
    operation: 'DescribeAlarms',
    items: ['a', 'b', 'c', 'd', 'e'].map((AlarmName) => ({ AlarmName })),
    paging: { list: 'MetricAlarms', next: 'NextToken', size: 2 },
    pages: () => paginateDescribeAlarms({ client: aws.cloudwatchCbor }, {}),
  },
])('a paged answer of $service $operation gives all items in three pages', async (example) => {
  front.reset();
  front.answer(example, paged(example.items, example.paging));
  const found: unknown[] = [];
  for await (const page of example.pages())
    found.push(...(Object.entries(page).find(([name]) => name === example.paging.list)?.[1] ?? []));
  expect(found).toEqual(example.items);
  expect(front.record.count({ service: example.service })).toBe(3);
});
