import { listed } from '../../inventory/listed.ts';
import { cloudfront } from './service.ts';

/** A CloudFront distribution. The name is its first alias, or the domain CloudFront gave it. */
export const distribution = listed(cloudfront, 'AWS::CloudFront::Distribution', 'ListDistributions', {
  at: 'DistributionList.Items',
  revision: 2,
  id: ({ Id }) => Id,
  keep: {
    arn: 'ARN',
    name: ({ Aliases, DomainName, Id }) => Aliases?.Items?.[0] ?? DomainName ?? Id,
    enabled: 'Enabled',
    status: 'Status',
    domainName: 'DomainName',
    aliases: ({ Aliases }) => Aliases?.Items ?? [],
    webAclId: ({ WebACLId }) => (WebACLId === '' ? undefined : WebACLId),
    priceClass: 'PriceClass',
    httpVersion: 'HttpVersion',
    /** True for a staging distribution of a continuous deployment. */
    staging: 'Staging',
    viewerCertificate: ({ ViewerCertificate }) => ({
      cloudFrontDefault: ViewerCertificate?.CloudFrontDefaultCertificate,
      acmArn: ViewerCertificate?.ACMCertificateArn,
      iamId: ViewerCertificate?.IAMCertificateId,
      minimumProtocol: ViewerCertificate?.MinimumProtocolVersion,
      sslSupport: ViewerCertificate?.SSLSupportMethod,
    }),
    origins: ({ Origins }) =>
      (Origins?.Items ?? []).map((origin) => ({
        id: origin.Id,
        domainName: origin.DomainName,
        isS3: origin.S3OriginConfig !== undefined,
        /** Names of the headers that it adds to what it asks the origin; their values may be secrets and are not kept. */
        headers: (origin.CustomHeaders?.Items ?? []).flatMap(({ HeaderName }) => HeaderName ?? []),
        originAccessControlId: origin.OriginAccessControlId === '' ? undefined : origin.OriginAccessControlId,
        originAccessIdentity:
          origin.S3OriginConfig?.OriginAccessIdentity === '' ? undefined : origin.S3OriginConfig?.OriginAccessIdentity,
        protocolPolicy: origin.CustomOriginConfig?.OriginProtocolPolicy,
        sslProtocols: origin.CustomOriginConfig?.OriginSslProtocols?.Items ?? [],
        /** Set when the origin is a resource inside a VPC. */
        vpcOriginId: origin.VpcOriginConfig?.VpcOriginId,
        /** The account that owns the VPC origin, where it is another one. */
        vpcOriginOwner: origin.VpcOriginConfig?.OwnerAccountId,
      })),
    viewerProtocolPolicies: ({ DefaultCacheBehavior, CacheBehaviors }) =>
      [DefaultCacheBehavior, ...(CacheBehaviors?.Items ?? [])].map((behavior) => behavior?.ViewerProtocolPolicy),
  },
  label: ({ id, name }) => (name === id ? id : `${id} (${name})`),
  arn: ({ id }, { partition, account }) => `arn:${partition}:cloudfront::${account}:distribution/${id}`,
}).facets((facet) => ({
  /**
   * The load balancers and instances in VPCs that it gets its answers from. Those that another account owns and shares are
   * that account's; only a distribution with such an origin is asked about.
   * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html
   */
  vpcOrigins: facet({
    calls: ['GetVpcOrigin'],
    often: { GetVpcOrigin: 'per VPC origin' },
    // it was taken away since the distribution was listed
    absentOn: ['EntityNotFound'],
    async read(api, { origins }) {
      const own = origins.filter(
        ({ vpcOriginOwner }) => vpcOriginOwner === undefined || vpcOriginOwner === api.account,
      );
      const ids = [...new Set(own.flatMap(({ vpcOriginId }) => vpcOriginId ?? []))];
      return Promise.all(
        ids.map((id) =>
          api.once(`vpc origin ${id}`, async () => {
            const config = (await api.call('GetVpcOrigin', { Id: id })).VpcOrigin?.VpcOriginEndpointConfig;
            const http = config?.OriginProtocolPolicy === 'https-only' ? [] : [config?.HTTPPort];
            const https = config?.OriginProtocolPolicy === 'http-only' ? [] : [config?.HTTPSPort];
            return {
              id,
              /** ARN of a load balancer or an instance. */
              endpointArn: config?.Arn,
              ports: [...new Set([...http, ...https].filter((port) => port !== undefined))],
            };
          }),
        ),
      );
    },
  }),
}));
