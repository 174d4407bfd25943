import { resource } from '../../inventory/resource.ts';
import { s3 } from '../s3/service.ts';
import { isFailure } from './recorder.ts';
import { config } from './service.ts';

/** Where AWS Config delivers in a region: one item even where there is no channel; a region has at most one. */
export const deliveryChannel = resource(config, 'AWS::Config::DeliveryChannel', {
  calls: ['DescribeDeliveryChannels'],
  narrows: { DescribeDeliveryChannels: { DeliveryChannelNames: 'unless given' } },
  singleton: true,
  references: ['https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-policy.html'],
  async *list(api) {
    const { DeliveryChannels = [] } = await api.call('DescribeDeliveryChannels');
    const found = DeliveryChannels.at(0);
    yield {
      id: api.account,
      name: `The delivery channel of AWS Config in ${api.region}`,
      channel: found && { name: found.name, bucket: found.s3BucketName },
    };
  },
  arn: ({ id }, { partition, region }) => `arn:${partition}:config:${region}:${id}:delivery-channel`,
})
  .facets((facet) => ({
    /** How the last deliveries of history files and snapshots ended. */
    deliveries: facet({
      calls: ['DescribeDeliveryChannelStatus'],
      async read(api) {
        const { DeliveryChannelsStatus = [] } = await api.call('DescribeDeliveryChannelStatus');
        const { configHistoryDeliveryInfo, configSnapshotDeliveryInfo } = DeliveryChannelsStatus[0] ?? {};
        const infos = [configHistoryDeliveryInfo, configSnapshotDeliveryInfo].filter((info) => info !== undefined);
        const failed = infos.find(({ lastStatus }) => isFailure(lastStatus));
        return {
          failed: failed !== undefined,
          errorCode: failed?.lastErrorCode,
          /** ISO 8601. */
          succeededAt: infos
            .map(({ lastSuccessfulTime }) => lastSuccessfulTime?.toISOString())
            .filter((at) => at !== undefined)
            .sort()
            .at(-1),
        };
      },
    }),
  }))
  .facets((facet) => ({
    /**
     * Whether the bucket answers, asked only when no delivery proves it: another account's bucket refuses the question.
     * Absent when there is no such bucket.
     */
    bucketAnswer: facet.from(s3, {
      calls: ['GetBucketLocation'],
      often: { GetBucketLocation: 'per bucket whose deliveries do not succeed' },
      absentOn: ['NoSuchBucket'],
      after: ['deliveries'],
      async read(api, { channel }, { deliveries }) {
        if (channel?.bucket === undefined || (!deliveries.failed && deliveries.succeededAt !== undefined))
          return { asked: false };
        await api.call('GetBucketLocation', { Bucket: channel.bucket });
        return { asked: true };
      },
    }),
  }));
