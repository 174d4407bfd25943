import { resource } from '../../inventory/resource.ts';
import { publicAccessBlockOf } from '../s3/public-access-block.ts';
import { s3control } from './service.ts';

/** A named way to a bucket, with a policy and a public-access block of its own; both are fixed for its region. */
export const accessPoint = resource(s3control, 'AWS::S3::AccessPoint', {
  calls: ['ListAccessPoints'],
  narrows: {
    ListAccessPoints: {
      AccountId: 'asked',
      Bucket: 'unless given',
      DataSourceId: 'unless given',
      DataSourceType: 'hides access points of file systems: no bucket is reached by them',
    },
  },
  resumable: 'ListAccessPoints',
  async *list(api) {
    for await (const page of api.pages('ListAccessPoints', { AccountId: api.account })) {
      for (const {
        Name,
        AccessPointArn,
        Bucket,
        BucketAccountId,
        NetworkOrigin,
        VpcConfiguration,
      } of page.AccessPointList ?? []) {
        if (Name === undefined) continue;
        yield {
          id: Name,
          arn: AccessPointArn,
          bucket: Bucket,
          bucketAccount: BucketAccountId,
          networkOrigin: NetworkOrigin,
          vpcId: VpcConfiguration?.VpcId,
        };
      }
    }
  },
  arn: ({ id }, { partition, region, account }) => `arn:${partition}:s3:${region}:${account}:accesspoint/${id}`,
}).facets((facet) => ({
  /** Undefined only when the answer leaves it out, which says nothing about the switches. */
  publicAccessBlock: facet({
    calls: ['GetAccessPoint'],
    async read(api, { id }) {
      const { PublicAccessBlockConfiguration } = await api.call('GetAccessPoint', { AccountId: api.account, Name: id });
      return PublicAccessBlockConfiguration === undefined
        ? undefined
        : publicAccessBlockOf(PublicAccessBlockConfiguration);
    },
  }),
  policy: facet({
    calls: ['GetAccessPointPolicy'],
    absentOn: ['NoSuchAccessPointPolicy'],
    async read(api, { id }) {
      const { Policy } = await api.call('GetAccessPointPolicy', { AccountId: api.account, Name: id });
      return Policy;
    },
  }),
}));
