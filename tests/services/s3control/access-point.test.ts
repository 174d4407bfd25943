import { describe, expect, it } from 'vitest';
import { accessPoint } from '../../../src/services/s3control/access-point.ts';
import { awsError, collectType } from '../../helpers/resource-suite.ts';

const list = {
  ListAccessPoints: {
    AccessPointList: [
      {
        Name: 'way',
        Bucket: 'logs',
        NetworkOrigin: 'Internet',
        AccessPointArn: 'arn:aws:s3:eu-west-1:111122223333:accesspoint/way',
      },
    ],
  },
};

describe('AWS::S3::AccessPoint', () => {
  it('lists every page', async () => {
    const { records, sent } = await collectType(accessPoint, [], {
      ListAccessPoints: ({ NextToken }: { NextToken?: string }) =>
        NextToken === undefined
          ? {
              AccessPointList: [
                {
                  Name: 'a',
                  Bucket: 'logs',
                  BucketAccountId: '111122223333',
                  NetworkOrigin: 'VPC',
                  VpcConfiguration: { VpcId: 'vpc-1' },
                  AccessPointArn: 'arn:aws:s3:eu-west-1:111122223333:accesspoint/a',
                },
              ],
              NextToken: 'more',
            }
          : { AccessPointList: [{ Name: 'b', Bucket: 'data', NetworkOrigin: 'Internet' }] },
    });
    expect(records.map((r) => [r.arn, r.item])).toEqual([
      [
        'arn:aws:s3:eu-west-1:111122223333:accesspoint/a',
        {
          id: 'a',
          arn: 'arn:aws:s3:eu-west-1:111122223333:accesspoint/a',
          bucket: 'logs',
          bucketAccount: '111122223333',
          networkOrigin: 'VPC',
          vpcId: 'vpc-1',
        },
      ],
      [
        'arn:aws:s3:eu-west-1:111122223333:accesspoint/b',
        {
          id: 'b',
          arn: undefined,
          bucket: 'data',
          bucketAccount: undefined,
          networkOrigin: 'Internet',
          vpcId: undefined,
        },
      ],
    ]);
    expect(sent.map((one) => one.input['AccountId'])).toEqual(['111122223333', '111122223333']);
  });

  it('reads the public-access block and the policy', async () => {
    const { records } = await collectType(accessPoint, ['publicAccessBlock', 'policy'], {
      ...list,
      GetAccessPoint: {
        Name: 'way',
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          IgnorePublicAcls: true,
          BlockPublicPolicy: true,
          RestrictPublicBuckets: false,
        },
      },
      GetAccessPointPolicy: { Policy: '{}' },
    });
    expect(records[0]?.outcomes).toEqual({
      publicAccessBlock: {
        kind: 'present',
        value: { BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: true, RestrictPublicBuckets: false },
      },
      policy: { kind: 'present', value: '{}' },
    });
  });

  it('does not take settings that the answer leaves out for off', async () => {
    const { records } = await collectType(accessPoint, ['publicAccessBlock'], {
      ...list,
      GetAccessPoint: { Name: 'way' },
    });
    expect(records[0]?.outcomes['publicAccessBlock']).toEqual({ kind: 'present', value: undefined });
  });

  it('says that there is no policy', async () => {
    const { records } = await collectType(accessPoint, ['policy'], {
      ...list,
      GetAccessPointPolicy: awsError('NoSuchAccessPointPolicy', 'none', 404),
    });
    expect(records[0]?.outcomes['policy']).toEqual({ kind: 'absent', code: 'NoSuchAccessPointPolicy' });
  });
});
