import { listed } from '../../inventory/listed.ts';
import { deliveredLogTypes } from '../logs/deliveries.ts';
import { bucketRegionOf } from '../../aws/bucket-region.ts';
import { codeOf } from '../../aws/errors.ts';
import { logs } from '../logs/service.ts';
import { locationOf } from '../s3/location.ts';
import { s3 } from '../s3/service.ts';
import { bucketAt } from './bucket-host.ts';
import { cloudfront } from './service.ts';

/** What messages call a distribution. */
export const called = ({ id, name }: { readonly id: string; readonly name: string }): string =>
  name === id ? id : `${id} (${name})`;

async function isThere(answer: Promise<unknown>): Promise<boolean> {
  try {
    await answer;
    return true;
  } catch (error) {
    if (codeOf(error) === 'NoSuchBucket') return false;
    if (bucketRegionOf(error) !== undefined) return true;
    throw error;
  }
}

/** The configuration by which it encrypts fields, empty where there is none. Snapshots of earlier versions lack it. */
const fieldsOf = (id: string | undefined): { readonly fieldLevelEncryption?: string } =>
  id === undefined ? {} : { fieldLevelEncryption: id };

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
    /** Whether a web ACL is attached: AWS names none by an empty text. */
    webAcl: ({ WebACLId }) => (WebACLId === undefined ? undefined : WebACLId !== ''),
    /** `direct`, or `tenant-only`: its tenants bring certificates, and may bring web ACLs, of their own. */
    connectionMode: 'ConnectionMode',
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
        /** Another server is asked by its name: a load balancer, an API, a website. */
        isCustom: origin.CustomOriginConfig !== undefined,
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
    /** Its cache behaviours, the default one (`*`) first. */
    behaviors: ({ DefaultCacheBehavior, CacheBehaviors }) =>
      [{ ...DefaultCacheBehavior, PathPattern: '*' }, ...(CacheBehaviors?.Items ?? [])].map((behavior) => ({
        path: behavior.PathPattern ?? '',
        originId: behavior.TargetOriginId,
        /** `allow-all`, `https-only` or `redirect-to-https`. */
        viewerProtocolPolicy: behavior.ViewerProtocolPolicy,
        ...fieldsOf(behavior.FieldLevelEncryptionId),
      })),
    /** `none`, `blacklist` or `whitelist`. */
    geoRestriction: ({ Restrictions }) => Restrictions?.GeoRestriction?.RestrictionType,
  },
  label: called,
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
              /** By which versions of TLS it may be asked. Snapshots of earlier versions lack it. */
              ...(config?.OriginProtocolPolicy === 'http-only' || config?.OriginSslProtocols?.Items === undefined
                ? {}
                : { sslProtocols: config.OriginSslProtocols.Items }),
            };
          }),
        ),
      );
    },
  }),
  /**
   * Buckets that it gets its answers from, by their REST endpoint or as a website, and whether there are such: S3 names the region of a
   * bucket also to who may not ask for it, and of one that is not there it says so
   * (https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html). Access points are not among them.
   */
  buckets: facet.from(s3, {
    calls: ['GetBucketLocation'],
    often: { GetBucketLocation: 'per bucket that is an origin' },
    async read(api, { origins }) {
      const found = origins.flatMap(({ id, domainName, isS3 }) => {
        const bucket = bucketAt(domainName ?? '');
        // an S3 origin's host that is of no known form is a bucket's nevertheless
        if (bucket === undefined)
          return isS3 ? [{ origin: id, name: domainName ?? '', region: undefined, known: false }] : [];
        if (bucket === 'none') return [];
        // S3 of one partition knows nothing of another's buckets: that it has none of the name says nothing
        const known = bucket.partition === api.partition;
        return [{ origin: id, name: bucket.name, region: bucket.region, known }];
      });
      return Promise.all(
        found.map(async ({ origin, name, region, known }) => ({
          origin,
          name,
          /** Where its host says that it is. */
          region,
          exists: known ? await isThere(locationOf(api, name)) : undefined,
        })),
      );
    },
  }),
  /** What the list does not tell of its configuration. Names of buckets are left out. */
  config: facet.call('GetDistributionConfig', {
    // it was deleted since it was listed
    absentOn: ['NoSuchDistribution'],
    input: ({ id }) => ({ Id: id }),
    keep: ({ DistributionConfig }) => ({
      /** Standard logging as it was from the beginning, to a bucket. */
      logging: DistributionConfig?.Logging?.Enabled,
      /** Empty: none. */
      rootObject: DistributionConfig?.DefaultRootObject,
    }),
  }),
  /** The types of its logs that CloudWatch Logs delivers: standard logging of today is `ACCESS_LOGS`. */
  deliveredLogs: facet.from(logs, {
    calls: ['DescribeDeliverySources', 'DescribeDeliveries'],
    often: { DescribeDeliverySources: 'once', DescribeDeliveries: 'once' },
    async read(api, { arn }) {
      // CloudFront's log delivery is configured where the partition's global services are, in AWS's own in us-east-1:
      // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html
      return (await deliveredLogTypes(api)).get(arn ?? '') ?? [];
    },
  }),
}));

/** Of a distribution that is switched off nobody gets anything. */
export const switchedOff = { at: 'enabled', is: [false], because: '{label} is switched off' } as const;
