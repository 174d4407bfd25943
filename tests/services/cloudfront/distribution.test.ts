import { describe, expect, it } from 'vitest';
import { distribution } from '../../../src/services/cloudfront/distribution.ts';
import { collectType } from '../../helpers/resource-suite.ts';

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
