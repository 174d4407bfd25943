import { describe, expect, it } from 'vitest';
import { deliveryChannel } from '../../../src/services/config/delivery-channel.ts';
import { awsError, collectType } from '../../helpers/resource-suite.ts';

const channel = {
  DescribeDeliveryChannels: { DeliveryChannels: [{ name: 'default', s3BucketName: 'config-logs', s3KeyPrefix: 'x' }] },
};
const statusOf = (history: object, snapshot: object = { lastStatus: 'Not_Applicable' }) => ({
  DescribeDeliveryChannelStatus: {
    DeliveryChannelsStatus: [
      { name: 'default', configHistoryDeliveryInfo: history, configSnapshotDeliveryInfo: snapshot },
    ],
  },
});
const succeeded = {
  lastStatus: 'Success',
  lastSuccessfulTime: new Date('2026-05-31T20:00:00Z'),
  lastAttemptTime: new Date('2026-05-31T20:00:00Z'),
};
const failed = { lastStatus: 'Failure', lastErrorCode: 'NoSuchBucket', lastErrorMessage: 'text' };

describe('AWS::Config::DeliveryChannel', () => {
  it('does not ask the bucket when a delivery succeeded', async () => {
    const earlier = { lastStatus: 'Success', lastSuccessfulTime: new Date('2026-05-30T20:00:00Z') };
    const { records, sent } = await collectType(deliveryChannel, ['bucketAnswer'], {
      ...channel,
      ...statusOf(succeeded, earlier),
    });
    expect(records[0]?.item).toEqual({
      id: '111122223333',
      name: 'The delivery channel of AWS Config in eu-west-1',
      channel: { name: 'default', bucket: 'config-logs' },
    });
    expect(records[0]?.outcomes['deliveries']).toEqual({
      kind: 'present',
      value: { failed: false, errorCode: undefined, succeededAt: '2026-05-31T20:00:00.000Z' },
    });
    expect(records[0]?.outcomes['bucketAnswer']).toEqual({ kind: 'present', value: { asked: false } });
    expect(sent.map(({ operation }) => operation)).toEqual([
      'DescribeDeliveryChannels',
      'DescribeDeliveryChannelStatus',
    ]);
  });

  it('asks the bucket when the last delivery failed', async () => {
    const { records, sent } = await collectType(deliveryChannel, ['bucketAnswer'], {
      ...channel,
      ...statusOf(failed, succeeded),
      GetBucketLocation: {},
    });
    expect(records[0]?.outcomes['deliveries']).toMatchObject({ value: { failed: true, errorCode: 'NoSuchBucket' } });
    expect(records[0]?.outcomes['bucketAnswer']).toEqual({ kind: 'present', value: { asked: true } });
    expect(sent.at(-1)).toEqual({
      operation: 'GetBucketLocation',
      input: { Bucket: 'config-logs' },
      region: 'us-east-1',
    });
  });

  it('asks the bucket when nothing was delivered yet', async () => {
    const { records } = await collectType(deliveryChannel, ['bucketAnswer'], {
      ...channel,
      DescribeDeliveryChannelStatus: { DeliveryChannelsStatus: [] },
      GetBucketLocation: { LocationConstraint: 'eu-west-1' },
    });
    expect(records[0]?.outcomes['bucketAnswer']).toEqual({ kind: 'present', value: { asked: true } });
  });

  it.each([
    [awsError('NoSuchBucket', 'none', 404), { kind: 'absent', code: 'NoSuchBucket' }],
    [awsError('AccessDenied', 'no', 403), { kind: 'denied', actions: ['s3:GetBucketLocation'] }],
  ])('takes %s for what it is', async (error, outcome) => {
    const { records } = await collectType(deliveryChannel, ['bucketAnswer'], {
      ...channel,
      ...statusOf(failed),
      GetBucketLocation: error,
    });
    expect(records[0]?.outcomes['bucketAnswer']).toMatchObject(outcome);
  });

  it('is one item where there is no channel, and asks no bucket', async () => {
    const { records, sent } = await collectType(deliveryChannel, ['bucketAnswer'], {
      DescribeDeliveryChannels: { DeliveryChannels: [] },
      DescribeDeliveryChannelStatus: { DeliveryChannelsStatus: [] },
    });
    expect(records).toHaveLength(1);
    expect(records[0]?.item).not.toHaveProperty('channel');
    expect(records[0]?.outcomes['bucketAnswer']).toEqual({ kind: 'present', value: { asked: false } });
    expect(sent).toHaveLength(2);
  });
});
