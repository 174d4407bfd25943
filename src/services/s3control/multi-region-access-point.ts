import { lacking } from '../../partitions/partitions.ts';
import { resource } from '../../inventory/resource.ts';
import { publicAccessBlockOf } from '../s3/public-access-block.ts';
import { s3control } from './service.ts';

/**
 * Listed for the whole account, by us-west-2 alone; only the commercial partition has them.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiRegionAccessPointRestrictions.html
 */
export const multiRegionAccessPoint = resource(s3control, 'AWS::S3::MultiRegionAccessPoint', {
  calls: ['ListMultiRegionAccessPoints'],
  narrows: { ListMultiRegionAccessPoints: { AccountId: 'asked' } },
  often: { ListMultiRegionAccessPoints: 'at us-west-2' },
  scope: 'global',
  resumable: 'ListMultiRegionAccessPoints',
  async *list(api) {
    if (lacking(api.partition, 'multi-region access points') !== undefined) return;
    for await (const page of api.in('us-west-2').pages('ListMultiRegionAccessPoints', { AccountId: api.account })) {
      for (const { Name, Alias, Status, PublicAccessBlock, Regions } of page.AccessPoints ?? []) {
        if (Name === undefined) continue;
        yield {
          id: Alias ?? Name,
          name: Name,
          status: Status,
          /** Undefined only when the answer leaves it out, which says nothing about the switches. */
          publicAccessBlock: PublicAccessBlock === undefined ? undefined : publicAccessBlockOf(PublicAccessBlock),
          buckets: (Regions ?? []).flatMap(({ Bucket }) => (Bucket === undefined ? [] : [Bucket])),
        };
      }
    }
  },
  arn: ({ id }, { partition, account }) => `arn:${partition}:s3::${account}:accesspoint/${id}`,
});
