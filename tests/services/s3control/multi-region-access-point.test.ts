import { describe, expect, it } from 'vitest';
import { multiRegionAccessPoint } from '../../../src/services/s3control/multi-region-access-point.ts';
import { collectType } from '../../helpers/resource-suite.ts';

const switches = {
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: true,
};

describe('AWS::S3::MultiRegionAccessPoint', () => {
  it('lists every page, from us-west-2', async () => {
    const { records, sent } = await collectType(multiRegionAccessPoint, [], {
      ListMultiRegionAccessPoints: ({ NextToken }: { NextToken?: string }) =>
        NextToken === undefined
          ? {
              AccessPoints: [
                {
                  Name: 'a',
                  Alias: 'abc.mrap',
                  Status: 'READY',
                  PublicAccessBlock: switches,
                  Regions: [{ Bucket: 'one', Region: 'eu-west-1' }, { Region: 'us-east-1' }],
                },
              ],
              NextToken: 'more',
            }
          : { AccessPoints: [{ Name: 'b', Status: 'CREATING' }] },
    });
    expect(records.map((r) => [r.arn, r.region, r.item])).toEqual([
      [
        'arn:aws:s3::111122223333:accesspoint/abc.mrap',
        'global',
        { id: 'abc.mrap', name: 'a', status: 'READY', publicAccessBlock: switches, buckets: ['one'] },
      ],
      [
        'arn:aws:s3::111122223333:accesspoint/b',
        'global',
        { id: 'b', name: 'b', status: 'CREATING', publicAccessBlock: undefined, buckets: [] },
      ],
    ]);
    expect(sent.map(({ region, input }) => [region, input['AccountId']])).toEqual([
      ['us-west-2', '111122223333'],
      ['us-west-2', '111122223333'],
    ]);
  });

  it('asks nothing in a partition that has none', async () => {
    const { records, sent } = await collectType(
      multiRegionAccessPoint,
      [],
      {},
      { partition: 'aws-us-gov', region: 'us-gov-west-1' },
    );
    expect([records, sent]).toEqual([[], []]);
  });
});
