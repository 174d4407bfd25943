import { resource } from '../../inventory/resource.ts';
import { cloudfront } from './service.ts';

/** A CloudFront distribution. The name is its first alias, or the domain CloudFront gave it. */
export const distribution = resource(cloudfront, 'AWS::CloudFront::Distribution', {
  calls: ['ListDistributions'],
  resumable: 'ListDistributions',
  async *list(api) {
    for await (const page of api.pages('ListDistributions')) {
      for (const each of page.DistributionList?.Items ?? []) {
        if (each.Id === undefined) continue;
        const aliases = each.Aliases?.Items ?? [];
        yield {
          id: each.Id,
          arn: each.ARN,
          name: aliases[0] ?? each.DomainName ?? each.Id,
          enabled: each.Enabled,
          status: each.Status,
          domainName: each.DomainName,
          aliases,
          webAclId: each.WebACLId === '' ? undefined : each.WebACLId,
          priceClass: each.PriceClass,
          httpVersion: each.HttpVersion,
          /** True for a staging distribution of a continuous deployment. */
          staging: each.Staging,
          viewerCertificate: {
            cloudFrontDefault: each.ViewerCertificate?.CloudFrontDefaultCertificate,
            acmArn: each.ViewerCertificate?.ACMCertificateArn,
            iamId: each.ViewerCertificate?.IAMCertificateId,
            minimumProtocol: each.ViewerCertificate?.MinimumProtocolVersion,
            sslSupport: each.ViewerCertificate?.SSLSupportMethod,
          },
          origins: (each.Origins?.Items ?? []).map((origin) => ({
            id: origin.Id,
            domainName: origin.DomainName,
            isS3: origin.S3OriginConfig !== undefined,
            originAccessControlId: origin.OriginAccessControlId === '' ? undefined : origin.OriginAccessControlId,
            originAccessIdentity:
              origin.S3OriginConfig?.OriginAccessIdentity === ''
                ? undefined
                : origin.S3OriginConfig?.OriginAccessIdentity,
            protocolPolicy: origin.CustomOriginConfig?.OriginProtocolPolicy,
            sslProtocols: origin.CustomOriginConfig?.OriginSslProtocols?.Items ?? [],
          })),
          viewerProtocolPolicies: [each.DefaultCacheBehavior, ...(each.CacheBehaviors?.Items ?? [])].map(
            (behavior) => behavior?.ViewerProtocolPolicy,
          ),
        };
      }
    }
  },
  arn: ({ id }, { partition, account }) => `arn:${partition}:cloudfront::${account}:distribution/${id}`,
});
