import { describe, expect, it } from 'vitest';
import { cloudtrail } from '../../../src/services/cloudtrail/service.ts';
import { shadowTrail, trail } from '../../../src/services/cloudtrail/trail.ts';
import type { Sent } from '../../helpers/resource-suite.ts';
import { collectType, stubbedApis } from '../../helpers/resource-suite.ts';

const home = {
  Name: 'home',
  TrailARN: 'arn:aws:cloudtrail:eu-west-1:111122223333:trail/home',
  HomeRegion: 'eu-west-1',
  S3BucketName: 'logs',
  IsMultiRegionTrail: true,
  IsOrganizationTrail: false,
  LogFileValidationEnabled: true,
  KmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:key/1',
  CloudWatchLogsLogGroupArn: 'arn:aws:logs:eu-west-1:111122223333:log-group:trail:*',
  IncludeGlobalServiceEvents: true,
  HasCustomEventSelectors: false,
};
const shadow = {
  ...home,
  Name: 'org',
  TrailARN: 'arn:aws:cloudtrail:us-east-1:999988887777:trail/org',
  HomeRegion: 'us-east-1',
  IsOrganizationTrail: true,
};

describe('AWS::CloudTrail::Trail', () => {
  it('is listed in its home region only', async () => {
    const { records, sent } = await collectType(trail, [], { DescribeTrails: { trailList: [home, shadow] } });
    expect(records.map(({ item }) => item)).toEqual([
      {
        id: 'home',
        arn: home.TrailARN,
        region: 'eu-west-1',
        multiRegion: true,
        organization: false,
        logFileValidation: true,
        kmsKeyId: home.KmsKeyId,
        bucket: 'logs',
        logGroupArn: home.CloudWatchLogsLogGroupArn,
      },
    ]);
    expect(sent).toEqual([{ operation: 'DescribeTrails', input: { includeShadowTrails: true }, region: 'eu-west-1' }]);
  });

  it('does not take silence for a trail that is off', async () => {
    const { records } = await collectType(trail, ['status'], {
      DescribeTrails: { trailList: [home] },
      GetTrailStatus: { LatestDeliveryTime: new Date('2026-05-31T23:00:00Z') },
    });
    expect(records[0]?.outcomes['status']).toMatchObject({ kind: 'failed' });
  });

  it('asks for its status and its selectors by ARN', async () => {
    const { records, sent } = await collectType(trail, ['status', 'selectors'], {
      DescribeTrails: { trailList: [home] },
      GetTrailStatus: {
        IsLogging: true,
        LatestDeliveryTime: new Date('2026-05-31T23:00:00Z'),
        LatestCloudWatchLogsDeliveryTime: new Date('2026-05-31T22:00:00Z'),
        LatestCloudWatchLogsDeliveryError: 'Access denied.',
      },
      GetEventSelectors: {
        EventSelectors: [{ ReadWriteType: 'WriteOnly', IncludeManagementEvents: true, DataResources: [] }],
      },
    });
    expect(records[0]?.outcomes['status']).toEqual({
      kind: 'present',
      value: {
        logging: true,
        latestDeliveryAt: '2026-05-31T23:00:00.000Z',
        latestDeliveryError: undefined,
        latestLogGroupDeliveryAt: '2026-05-31T22:00:00.000Z',
        latestLogGroupDeliveryError: 'Access denied.',
      },
    });
    expect(records[0]?.outcomes['selectors']).toMatchObject({
      kind: 'present',
      value: [{ readOnly: { equals: ['false'] } }],
    });
    expect(sent.slice(1).map(({ operation, input }) => [operation, input])).toEqual([
      ['GetTrailStatus', { Name: home.TrailARN }],
      ['GetEventSelectors', { TrailName: home.TrailARN }],
    ]);
  });

  it.each([
    ['an error', { LatestDeliveryError: 'AccessDenied' }, 'AccessDenied'],
    ['an empty text', { LatestDeliveryError: '' }, undefined],
    ['no error', { LatestDeliveryTime: new Date(0) }, undefined],
    [
      'an error that a later attempt is over',
      {
        LatestDeliveryError: 'AccessDenied',
        LatestDeliveryAttemptTime: '2026-05-31T22:00:00Z',
        LatestDeliveryAttemptSucceeded: '2026-05-31T22:00:00Z',
      },
      undefined,
    ],
    [
      'an error of an attempt after the one that succeeded',
      {
        LatestDeliveryError: 'NoSuchBucket',
        LatestDeliveryAttemptTime: '2026-05-31T22:00:00Z',
        LatestDeliveryAttemptSucceeded: '2026-05-30T22:00:00Z',
      },
      'NoSuchBucket',
    ],
    [
      'an error and no success',
      {
        LatestDeliveryError: 'NoSuchBucket',
        LatestDeliveryAttemptTime: '2026-05-31T22:00:00Z',
        LatestDeliveryAttemptSucceeded: '',
      },
      'NoSuchBucket',
    ],
  ])('reads of %s how the last delivery ended', async (_name, status, expected) => {
    const { records } = await collectType(trail, ['status'], {
      DescribeTrails: { trailList: [home] },
      GetTrailStatus: { IsLogging: true, ...status },
    });
    const outcome = records[0]?.outcomes['status'];
    expect(outcome?.kind === 'present' && outcome.value).toMatchObject({ latestDeliveryError: expected });
  });
});

describe('AWS::CloudTrail::ShadowTrail', () => {
  it('is a trail whose home is another region', async () => {
    const { records } = await collectType(shadowTrail, [], { DescribeTrails: { trailList: [home, shadow] } });
    expect(records.map(({ item }) => item)).toEqual([
      { id: 'org', arn: shadow.TrailARN, homeRegion: 'us-east-1', organization: true },
    ]);
  });

  it('costs no request of its own', async () => {
    const sent: Sent[] = [];
    const apis = stubbedApis({ DescribeTrails: { trailList: [home, shadow] } }, sent);
    const api = apis.for(cloudtrail, { account: '111122223333', partition: 'aws', region: 'eu-west-1' }, [
      'DescribeTrails',
    ]);
    const names: string[] = [];
    for (const type of [trail, shadowTrail]) for await (const { id } of type.list(api as never)) names.push(id);
    expect(names).toEqual(['home', 'org']);
    expect(sent).toHaveLength(1);
  });
});
