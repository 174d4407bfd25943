import { bucketRegionOf } from '../../aws/bucket-region.ts';
import { resource } from '../../inventory/resource.ts';
import { publicAccessBlockOf } from './public-access-block.ts';
import { tagsOf } from '../tags.ts';
import { locationOf } from './location.ts';
import { s3 } from './service.ts';

/**
 * A general purpose bucket. `ListBuckets` gives the region when it is asked for a page size
 * (https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html); where it does not, `region` asks for it, and takes
 * it from the refusal where that may not be read.
 */
export const bucket = resource(s3, 'AWS::S3::Bucket', {
  calls: ['ListBuckets'],
  narrows: { ListBuckets: { Prefix: 'unless given', BucketRegion: 'unless given' } },
  regionFrom: 'region',
  tagsFrom: 'tagSet',
  resumable: 'ListBuckets',
  async *list(api) {
    for await (const page of api.pages('ListBuckets', { MaxBuckets: 1000 })) {
      for (const { Name, BucketRegion, CreationDate } of page.Buckets ?? []) {
        if (Name !== undefined) yield { id: Name, region: BucketRegion, createdAt: CreationDate?.toISOString() };
      }
    }
  },
  arn: ({ id }, { partition }) => `arn:${partition}:s3:::${id}`,
})
  .facets((facet) => ({
    region: facet({
      calls: ['GetBucketLocation'],
      async read(api, { id, region }) {
        if (region !== undefined) return region;
        const { LocationConstraint } = await locationOf(api, id).catch((error: unknown) => {
          const named = bucketRegionOf(error);
          if (named === undefined) throw error;
          return { LocationConstraint: named };
        });
        // No constraint means us-east-1, `EU` is the old name of eu-west-1.
        const location: string = LocationConstraint ?? '';
        // Other partitions have no region without a name.
        if (location === '') return api.partition === 'aws' ? 'us-east-1' : undefined;
        return location === 'EU' ? 'eu-west-1' : location;
      },
    }),
  }))
  .facets((facet) => ({
    tagSet: facet.call('GetBucketTagging', {
      absentOn: ['NoSuchTagSet'],
      input: ({ id }) => ({ Bucket: id }),
      keep: ({ TagSet }) => tagsOf(TagSet),
    }),
    acl: facet.call('GetBucketAcl', {
      input: ({ id }) => ({ Bucket: id }),
      keep: ({ Owner, Grants }) => ({
        owner: Owner?.ID,
        grants: (Grants ?? []).map(({ Grantee, Permission }) => ({
          Grantee: { Type: Grantee?.Type, URI: Grantee?.URI, ID: Grantee?.ID, EmailAddress: Grantee?.EmailAddress },
          Permission,
        })),
      }),
    }),
    /** `BucketOwnerEnforced` switches ACLs off. */
    ownership: facet.call('GetBucketOwnershipControls', {
      absentOn: ['OwnershipControlsNotFoundError'],
      input: ({ id }) => ({ Bucket: id }),
      keep: ({ OwnershipControls }) => OwnershipControls?.Rules?.[0]?.ObjectOwnership,
    }),
    /** The document's text: the policy engine reads it, duplicate keys and all. */
    policy: facet({
      calls: ['GetBucketPolicy'],
      absentOn: ['NoSuchBucketPolicy'],
      async read(api, { id }) {
        const { Policy } = await api.call('GetBucketPolicy', { Bucket: id });
        // S3 stores only well-formed JSON and answers with it alone: anything else was cut off on the way.
        if (Policy !== undefined) JSON.parse(Policy);
        return Policy;
      },
    }),
    publicAccessBlock: facet.call('GetPublicAccessBlock', {
      absentOn: ['NoSuchPublicAccessBlockConfiguration'],
      input: ({ id }) => ({ Bucket: id }),
      keep: ({ PublicAccessBlockConfiguration }) => publicAccessBlockOf(PublicAccessBlockConfiguration),
    }),
    versioning: facet.call('GetBucketVersioning', {
      input: ({ id }) => ({ Bucket: id }),
      keep: ({ Status, MFADelete }) => ({ enabled: Status === 'Enabled', mfaDelete: MFADelete === 'Enabled' }),
    }),
    encryption: facet.call('GetBucketEncryption', {
      absentOn: ['ServerSideEncryptionConfigurationNotFoundError'],
      input: ({ id }) => ({ Bucket: id }),
      keep: ({ ServerSideEncryptionConfiguration }) =>
        (ServerSideEncryptionConfiguration?.Rules ?? []).map((rule) => ({
          algorithm: rule.ApplyServerSideEncryptionByDefault?.SSEAlgorithm,
          keyId: rule.ApplyServerSideEncryptionByDefault?.KMSMasterKeyID,
          // Off unless set: https://docs.aws.amazon.com/AmazonS3/latest/API/API_ServerSideEncryptionRule.html
          bucketKey: rule.BucketKeyEnabled ?? false,
        })),
    }),
    /** Where access logs are delivered; no `target` means that access is not logged. */
    logging: facet.call('GetBucketLogging', {
      input: ({ id }) => ({ Bucket: id }),
      keep: ({ LoggingEnabled }) => ({ target: LoggingEnabled?.TargetBucket, prefix: LoggingEnabled?.TargetPrefix }),
    }),
    /** `rule`: what new objects are kept with, unless a request says otherwise. */
    objectLock: facet.call('GetObjectLockConfiguration', {
      absentOn: ['ObjectLockConfigurationNotFoundError'],
      input: ({ id }) => ({ Bucket: id }),
      keep: ({ ObjectLockConfiguration }) => ({
        enabled: ObjectLockConfiguration?.ObjectLockEnabled,
        rule: ObjectLockConfiguration?.Rule?.DefaultRetention?.Mode,
      }),
    }),
    lifecycle: facet.call('GetBucketLifecycleConfiguration', {
      absentOn: ['NoSuchLifecycleConfiguration'],
      input: ({ id }) => ({ Bucket: id }),
      keep: ({ Rules }) => ({ rules: Rules?.map(({ ID, Status }) => ({ id: ID, status: Status })) }),
    }),
    website: facet.call('GetBucketWebsite', {
      absentOn: ['NoSuchWebsiteConfiguration'],
      input: ({ id }) => ({ Bucket: id }),
      keep: ({ IndexDocument, RedirectAllRequestsTo }) => ({
        index: IndexDocument?.Suffix,
        redirectsTo: RedirectAllRequestsTo?.HostName,
      }),
    }),
    replication: facet.call('GetBucketReplication', {
      absentOn: ['ReplicationConfigurationNotFoundError'],
      input: ({ id }) => ({ Bucket: id }),
      keep: ({ ReplicationConfiguration }) => ({
        rules: ReplicationConfiguration?.Rules?.map(({ ID, Status, Destination }) => ({
          id: ID,
          status: Status,
          to: Destination?.Bucket,
        })),
      }),
    }),
  }));
