import { describe, expect, it } from 'vitest';
import { noteBucketRegion } from '../../../src/aws/bucket-region.ts';
import { bucket } from '../../../src/services/s3/bucket.ts';
import { awsError, collectType } from '../../helpers/resource-suite.ts';

describe('AWS::S3::Bucket', () => {
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

  it('takes the region that S3 names when it denies the location, and asks further there', async () => {
    const denied = awsError('AccessDenied', 'no', 403);
    noteBucketRegion(denied, 'ap-south-2');
    const { records, sent } = await collectType(bucket, ['versioning'], {
      ListBuckets: { Buckets: [{ Name: 'a' }] },
      GetBucketLocation: denied,
      GetBucketVersioning: { Status: 'Enabled' },
    });
    expect(records[0]?.region).toBe('ap-south-2');
    expect(sent.find((s) => s.operation === 'GetBucketVersioning')?.region).toBe('ap-south-2');
  });

  it('is in no known region when the location is denied and none is named', async () => {
    const { records } = await collectType(bucket, ['versioning'], {
      ListBuckets: { Buckets: [{ Name: 'a' }] },
      GetBucketLocation: awsError('AccessDenied', 'no', 403),
      GetBucketVersioning: { Status: 'Enabled' },
    });
    expect(records[0]?.region).toBe('unknown');
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

  const one = {
    ListBuckets: {
      Buckets: [{ Name: 'a', BucketRegion: 'eu-west-1', CreationDate: new Date('2024-01-01T00:00:00Z') }],
    },
  };

  it('projects what each call tells', async () => {
    const facets = ['tagSet', 'acl', 'ownership', 'policy', 'publicAccessBlock', 'versioning', 'encryption', 'logging'];
    const { records, sent } = await collectType(bucket, facets, {
      ...one,
      GetBucketTagging: { TagSet: [{ Key: 'team', Value: 'x' }] },
      GetBucketAcl: {
        Owner: { ID: 'owner', DisplayName: 'not kept' },
        Grants: [
          { Grantee: { Type: 'Group', URI: 'http://acs.amazonaws.com/groups/global/AllUsers' }, Permission: 'READ' },
        ],
      },
      GetBucketOwnershipControls: { OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerPreferred' }] } },
      GetBucketPolicy: { Policy: '{"Statement":[]}' },
      GetPublicAccessBlock: {
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          IgnorePublicAcls: true,
          BlockPublicPolicy: true,
          RestrictPublicBuckets: false,
        },
      },
      GetBucketVersioning: { Status: 'Suspended', MFADelete: 'Enabled' },
      GetBucketEncryption: {
        ServerSideEncryptionConfiguration: {
          Rules: [
            {
              ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: 'arn:key' },
              BucketKeyEnabled: true,
            },
          ],
        },
      },
      GetBucketLogging: { LoggingEnabled: { TargetBucket: 'b', TargetPrefix: 'p/' } },
    });
    expect(records[0]?.item).toEqual({ id: 'a', region: 'eu-west-1', createdAt: '2024-01-01T00:00:00.000Z' });
    const values = Object.fromEntries(
      Object.entries(records[0]?.outcomes ?? {}).map(([name, outcome]) => [
        name,
        outcome.kind === 'present' ? outcome.value : outcome,
      ]),
    );
    expect(values).toEqual({
      region: 'eu-west-1',
      tagSet: { team: 'x' },
      acl: {
        owner: 'owner',
        grants: [
          {
            Grantee: {
              Type: 'Group',
              URI: 'http://acs.amazonaws.com/groups/global/AllUsers',
              ID: undefined,
              EmailAddress: undefined,
            },
            Permission: 'READ',
          },
        ],
      },
      ownership: 'BucketOwnerPreferred',
      policy: '{"Statement":[]}',
      publicAccessBlock: {
        BlockPublicAcls: true,
        IgnorePublicAcls: true,
        BlockPublicPolicy: true,
        RestrictPublicBuckets: false,
      },
      versioning: { enabled: false, mfaDelete: true },
      encryption: [{ algorithm: 'aws:kms', keyId: 'arn:key', bucketKey: true }],
      logging: { target: 'b', prefix: 'p/' },
    });
    expect(sent.slice(1).every(({ region, input }) => region === 'eu-west-1' && input['Bucket'] === 'a')).toBe(true);
  });

  it('reads answers that say nothing as what the reference says of them', async () => {
    const { records } = await collectType(bucket, ['versioning', 'logging'], {
      ...one,
      GetBucketVersioning: {},
      GetBucketLogging: {},
    });
    expect(records[0]?.outcomes).toEqual({
      region: { kind: 'present', value: 'eu-west-1' },
      versioning: { kind: 'present', value: { enabled: false, mfaDelete: false } },
      logging: { kind: 'present', value: { target: undefined, prefix: undefined } },
    });
  });

  it.each([
    ['tagSet', 'GetBucketTagging', 'NoSuchTagSet'],
    ['ownership', 'GetBucketOwnershipControls', 'OwnershipControlsNotFoundError'],
    ['policy', 'GetBucketPolicy', 'NoSuchBucketPolicy'],
    ['publicAccessBlock', 'GetPublicAccessBlock', 'NoSuchPublicAccessBlockConfiguration'],
  ])('takes the code of a bucket without %s for a fact', async (facet, operation, code) => {
    const { records } = await collectType(bucket, [facet], { ...one, [operation]: awsError(code, 'none', 404) });
    expect(records[0]?.outcomes[facet]).toEqual({ kind: 'absent', code });
  });

  it.each([
    ['acl', 'GetBucketAcl', 's3:GetBucketAcl'],
    ['policy', 'GetBucketPolicy', 's3:GetBucketPolicy'],
    ['publicAccessBlock', 'GetPublicAccessBlock', 's3:GetBucketPublicAccessBlock'],
    ['encryption', 'GetBucketEncryption', 's3:GetEncryptionConfiguration'],
  ])('does not take the denial of %s for its absence', async (facet, operation, action) => {
    const { records } = await collectType(bucket, [facet], {
      ...one,
      [operation]: awsError('AccessDenied', 'Access Denied', 403),
    });
    expect(records[0]?.outcomes[facet]).toMatchObject({ kind: 'denied', actions: [action] });
  });
});
