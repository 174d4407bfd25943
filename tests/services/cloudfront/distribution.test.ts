import { describe, expect, it } from 'vitest';
import { distribution } from '../../../src/services/cloudfront/distribution.ts';
import { noteBucketRegion } from '../../../src/aws/bucket-region.ts';
import { awsError, collectType } from '../../helpers/resource-suite.ts';

const withOrigins = (...Items: readonly object[]): object => ({
  DistributionList: {
    IsTruncated: false,
    Quantity: 1,
    Items: [{ Id: 'E1', DomainName: 'd1.cloudfront.net', Origins: { Quantity: Items.length, Items } }],
  },
});
const ofBucket = (name: string): object => ({
  Id: `of ${name}`,
  DomainName: `${name}.s3.eu-west-1.amazonaws.com`,
  S3OriginConfig: {},
});
const elsewhere = awsError('AccessDenied', 'no', 403);
noteBucketRegion(elsewhere, 'eu-west-1');

/** What S3 answers of a bucket. */
const answerOf: Readonly<Record<string, () => unknown>> = {
  own: () => ({ LocationConstraint: 'eu-west-1' }),
  gone: () => awsError('NoSuchBucket', 'none', 404),
  theirs: () => elsewhere,
  hidden: () => awsError('AccessDenied', 'no', 403),
};
const bucketsOf = (...origins: readonly object[]) =>
  collectType(distribution, ['buckets'], {
    ListDistributions: withOrigins(...origins),
    GetBucketLocation: ({ Bucket = '' }: { Bucket?: string }) => answerOf[Bucket]?.(),
  });

describe('buckets of a distribution', () => {
  it('exist where S3 answers, or names the region of what it does not show', async () => {
    const site = { Id: 'site', DomainName: 'gone.s3-website-us-east-1.amazonaws.com', CustomOriginConfig: {} };
    const { records, sent } = await bucketsOf(ofBucket('own'), ofBucket('gone'), ofBucket('theirs'), site, {
      Id: 'web',
      DomainName: 'web.example.com',
      CustomOriginConfig: {},
    });
    const seen = records[0]?.outcomes['buckets'];
    expect(seen).toEqual({
      kind: 'present',
      value: [
        { origin: 'of own', name: 'own', region: 'eu-west-1', exists: true },
        { origin: 'of gone', name: 'gone', region: 'eu-west-1', exists: false },
        { origin: 'of theirs', name: 'theirs', region: 'eu-west-1', exists: true },
        { origin: 'site', name: 'gone', region: 'us-east-1', exists: false },
      ],
    });
    expect(sent.filter(({ operation }) => operation === 'GetBucketLocation')).toHaveLength(3);
  });

  it('are not known where S3 only refuses', async () => {
    const { records } = await bucketsOf(ofBucket('own'), ofBucket('hidden'));
    expect(records[0]?.outcomes['buckets']).toMatchObject({ kind: 'denied', actions: ['s3:GetBucketLocation'] });
  });

  it('are not known where they are in another partition, whose buckets this one does not have', async () => {
    const { records, sent } = await bucketsOf(
      { Id: 'gov', DomainName: 'gone.s3.us-gov-west-1.amazonaws.com', CustomOriginConfig: {} },
      { Id: 'china', DomainName: 'gone.s3.cn-north-1.amazonaws.com.cn', CustomOriginConfig: {} },
    );
    expect(records[0]?.outcomes['buckets']).toEqual({
      kind: 'present',
      value: [
        { origin: 'gov', name: 'gone', region: 'us-gov-west-1', exists: undefined },
        { origin: 'china', name: 'gone', region: 'cn-north-1', exists: undefined },
      ],
    });
    expect(sent.filter(({ operation }) => operation === 'GetBucketLocation')).toHaveLength(0);
  });

  it('are not known where the host has no form that is known', async () => {
    const { records } = await bucketsOf({ Id: 'new', DomainName: 'b.s3-tomorrow.amazonaws.com', S3OriginConfig: {} });
    expect(records[0]?.outcomes['buckets']).toMatchObject({
      kind: 'present',
      value: [{ origin: 'new', exists: undefined }],
    });
  });
});

describe('AWS::CloudFront::Distribution', () => {
  it('lists every page and projects a full answer', async () => {
    const { records, sent } = await collectType(distribution, [], {
      ListDistributions: ({ Marker }: { Marker?: string }) =>
        Marker === undefined
          ? {
              DistributionList: {
                Marker: '',
                NextMarker: 'more',
                IsTruncated: true,
                Quantity: 1,
                Items: [
                  {
                    Id: 'E1',
                    ARN: 'arn:aws:cloudfront::111122223333:distribution/E1',
                    Status: 'Deployed',
                    LastModifiedTime: new Date(0),
                    DomainName: 'd1.cloudfront.net',
                    Aliases: { Quantity: 1, Items: ['www.example.com'] },
                    Origins: {
                      Quantity: 2,
                      Items: [
                        {
                          Id: 's3',
                          DomainName: 'b.s3.amazonaws.com',
                          OriginAccessControlId: 'OAC1',
                          S3OriginConfig: { OriginAccessIdentity: '' },
                        },
                        {
                          Id: 'alb',
                          DomainName: 'alb.example.com',
                          OriginAccessControlId: '',
                          CustomOriginConfig: {
                            HTTPPort: 80,
                            HTTPSPort: 443,
                            OriginProtocolPolicy: 'https-only',
                            OriginSslProtocols: { Quantity: 1, Items: ['TLSv1.2'] },
                          },
                        },
                      ],
                    },
                    DefaultCacheBehavior: { TargetOriginId: 's3', ViewerProtocolPolicy: 'redirect-to-https' },
                    CacheBehaviors: {
                      Quantity: 1,
                      Items: [{ PathPattern: '/api/*', TargetOriginId: 'alb', ViewerProtocolPolicy: 'https-only' }],
                    },
                    Comment: 'free text stays behind',
                    PriceClass: 'PriceClass_All',
                    Enabled: true,
                    ViewerCertificate: {
                      ACMCertificateArn: 'arn:c',
                      MinimumProtocolVersion: 'TLSv1.2_2021',
                      SSLSupportMethod: 'sni-only',
                      CloudFrontDefaultCertificate: false,
                    },
                    WebACLId: '',
                    HttpVersion: 'http2',
                    Staging: false,
                  },
                ],
              },
            }
          : {
              DistributionList: {
                IsTruncated: false,
                Items: [
                  {
                    Id: 'E2',
                    ARN: 'arn:aws:cloudfront::111122223333:distribution/E2',
                    DomainName: 'd2.cloudfront.net',
                    Aliases: { Quantity: 0 },
                    Enabled: false,
                  },
                ],
              },
            },
    });
    expect(records[0]).toMatchObject({ arn: 'arn:aws:cloudfront::111122223333:distribution/E1', region: 'global' });
    expect(records[0]?.item).toEqual({
      id: 'E1',
      arn: 'arn:aws:cloudfront::111122223333:distribution/E1',
      name: 'www.example.com',
      enabled: true,
      status: 'Deployed',
      domainName: 'd1.cloudfront.net',
      aliases: ['www.example.com'],
      webAclId: undefined,
      webAcl: false,
      priceClass: 'PriceClass_All',
      httpVersion: 'http2',
      staging: false,
      viewerCertificate: {
        cloudFrontDefault: false,
        acmArn: 'arn:c',
        iamId: undefined,
        minimumProtocol: 'TLSv1.2_2021',
        sslSupport: 'sni-only',
      },
      origins: [
        {
          id: 's3',
          domainName: 'b.s3.amazonaws.com',
          isS3: true,
          isCustom: false,
          headers: [],
          originAccessControlId: 'OAC1',
          originAccessIdentity: undefined,
          protocolPolicy: undefined,
          sslProtocols: [],
        },
        {
          id: 'alb',
          domainName: 'alb.example.com',
          isS3: false,
          isCustom: true,
          headers: [],
          originAccessControlId: undefined,
          originAccessIdentity: undefined,
          protocolPolicy: 'https-only',
          sslProtocols: ['TLSv1.2'],
        },
      ],
      behaviors: [
        { path: '*', originId: 's3', viewerProtocolPolicy: 'redirect-to-https' },
        { path: '/api/*', originId: 'alb', viewerProtocolPolicy: 'https-only' },
      ],
    });
    expect(records[1]?.item).toMatchObject({ id: 'E2', name: 'd2.cloudfront.net', enabled: false, aliases: [] });
    expect(sent.map((s) => s.region)).toEqual(['us-east-1', 'us-east-1']);
  });

  it('has none when the list has no items', async () => {
    const { records, gap } = await collectType(distribution, [], {
      ListDistributions: { DistributionList: { IsTruncated: false, Quantity: 0 } },
    });
    expect([records, gap]).toEqual([[], undefined]);
  });

  it('asks in Ningxia in the China partition', async () => {
    const { sent } = await collectType(
      distribution,
      [],
      { ListDistributions: {} },
      { region: 'cn-north-1', partition: 'aws-cn' },
    );
    expect(sent[0]?.region).toBe('cn-northwest-1');
  });
});
