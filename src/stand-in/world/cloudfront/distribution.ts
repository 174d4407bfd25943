import { answers } from '../../answers.ts';
import { arnOf, daysAgo, plantedSecret } from '../../facts.ts';

export default answers('cloudfront', {
  ListDistributions: {
    DistributionList: {
      Marker: '',
      MaxItems: 100,
      IsTruncated: false,
      Quantity: 1,
      Items: [
        {
          Id: 'E1EXAMPLE',
          ARN: arnOf('cloudfront', 'distribution/E1EXAMPLE', ''),
          Status: 'Deployed',
          LastModifiedTime: daysAgo(40),
          DomainName: 'd111111abcdef8.cloudfront.net',
          Aliases: { Quantity: 1, Items: ['shop.example.com'] },
          Origins: {
            Quantity: 4,
            Items: [
              {
                Id: 'web',
                DomainName: 'web.example.com',
                CustomHeaders: { Quantity: 1, Items: [{ HeaderName: 'X-Origin', HeaderValue: plantedSecret }] },
                CustomOriginConfig: {
                  HTTPPort: 80,
                  HTTPSPort: 443,
                  OriginProtocolPolicy: 'https-only',
                  OriginSslProtocols: { Quantity: 2, Items: ['TLSv1', 'TLSv1.2'] },
                },
              },
              {
                Id: 'files',
                DomainName: 'acme-private.s3.us-east-1.amazonaws.com',
                OriginAccessControlId: 'E2OAC',
                S3OriginConfig: { OriginAccessIdentity: '' },
              },
              {
                Id: 'old',
                DomainName: 'acme-gone.s3-website-us-east-1.amazonaws.com',
                CustomOriginConfig: { HTTPPort: 80, HTTPSPort: 443, OriginProtocolPolicy: 'http-only' },
              },
              {
                Id: 'inner',
                DomainName: 'web-1.us-east-1.elb.amazonaws.com',
                VpcOriginConfig: { VpcOriginId: 'vo_1' },
              },
            ],
          },
          DefaultCacheBehavior: {
            TargetOriginId: 'web',
            ViewerProtocolPolicy: 'redirect-to-https',
            FieldLevelEncryptionId: '',
          },
          CacheBehaviors: { Quantity: 0 },
          CustomErrorResponses: { Quantity: 0 },
          Comment: '',
          PriceClass: 'PriceClass_100',
          Enabled: true,
          ViewerCertificate: { CloudFrontDefaultCertificate: true },
          Restrictions: { GeoRestriction: { RestrictionType: 'none', Quantity: 0 } },
          WebACLId: '',
          HttpVersion: 'http2',
          IsIPV6Enabled: true,
          Staging: false,
        },
      ],
    },
  },
  GetDistributionConfig: {
    ETag: 'E2',
    DistributionConfig: {
      CallerReference: 'shop',
      Origins: { Quantity: 1, Items: [{ Id: 'web', DomainName: 'web.example.com' }] },
      DefaultCacheBehavior: { TargetOriginId: 'web', ViewerProtocolPolicy: 'redirect-to-https' },
      Comment: '',
      Enabled: true,
      DefaultRootObject: 'index.html',
      Logging: { Enabled: false, IncludeCookies: false, Bucket: '', Prefix: '' },
    },
  },
  GetVpcOrigin: {
    VpcOrigin: {
      Id: 'vo_1',
      Arn: arnOf('cloudfront', 'vpcorigin/vo_1', ''),
      Status: 'Deployed',
      CreatedTime: daysAgo(40),
      LastModifiedTime: daysAgo(40),
      VpcOriginEndpointConfig: {
        Name: 'inner',
        Arn: arnOf('elasticloadbalancing', 'loadbalancer/app/web/50dc6c495c0c9188'),
        HTTPPort: 80,
        HTTPSPort: 443,
        OriginProtocolPolicy: 'https-only',
      },
    },
  },
});
