import { describe, expect, it } from 'vitest';
import { bucket } from '../../../src/services/s3/bucket.ts';
import { awsError, collectType } from '../../helpers/resource-suite.ts';

describe('AWS::S3::Bucket', () => {
  it('lists every page', async () => {
    const { records, sent } = await collectType(bucket, [], {
      ListBuckets: ({ ContinuationToken }: { ContinuationToken?: string }) =>
        ContinuationToken === undefined
          ? { Buckets: [{ Name: 'a', BucketRegion: 'eu-west-1' }], ContinuationToken: 'more' }
          : { Buckets: [{ Name: 'b', BucketRegion: 'us-east-1' }] },
    });
    expect(records.map((r) => [r.arn, r.region])).toEqual([
      ['arn:aws:s3:::a', 'eu-west-1'],
      ['arn:aws:s3:::b', 'us-east-1'],
    ]);
    expect(sent).toHaveLength(2);
  });

  it.each([
    [undefined, 'us-east-1'],
    ['', 'us-east-1'],
    ['EU', 'eu-west-1'],
    ['ap-south-2', 'ap-south-2'],
  ])('reads location constraint %s as %s and asks further there', async (LocationConstraint, region) => {
    const { records, sent } = await collectType(bucket, ['versioning'], {
      ListBuckets: { Buckets: [{ Name: 'a' }] },
      GetBucketLocation: { LocationConstraint },
      GetBucketVersioning: { Status: 'Enabled' },
    });
    expect(records[0]?.region).toBe(region);
    expect(records[0]?.outcomes['versioning']).toEqual({ kind: 'present', value: { enabled: true, mfaDelete: false } });
    expect(sent.find((s) => s.operation === 'GetBucketVersioning')?.region).toBe(region);
  });

  it('says that versioning is denied, by whom, and which action is missing', async () => {
    const { records } = await collectType(bucket, ['versioning'], {
      ListBuckets: { Buckets: [{ Name: 'a', BucketRegion: 'eu-west-1' }] },
      GetBucketVersioning: awsError(
        'AccessDenied',
        'User: x is not authorized to perform: s3:GetBucketVersioning with an explicit deny in a service control policy',
        403,
      ),
    });
    expect(records[0]?.outcomes['versioning']).toEqual({
      kind: 'denied',
      actions: ['s3:GetBucketVersioning'],
      code: 'AccessDenied',
      by: 'scp',
    });
  });

  it('takes the code of a bucket without encryption configuration for a fact', async () => {
    const { records } = await collectType(bucket, ['encryption'], {
      ListBuckets: { Buckets: [{ Name: 'a', BucketRegion: 'eu-west-1' }] },
      GetBucketEncryption: awsError('ServerSideEncryptionConfigurationNotFoundError', 'none', 404),
    });
    expect(records[0]?.outcomes['encryption']).toEqual({
      kind: 'absent',
      code: 'ServerSideEncryptionConfigurationNotFoundError',
    });
  });

  it('gives the denial of the list as the gap', async () => {
    const { gap } = await collectType(bucket, [], { ListBuckets: awsError('AccessDenied', 'Access Denied', 403) });
    expect(gap).toMatchObject({ kind: 'denied', actions: ['s3:ListAllMyBuckets'] });
  });
});
