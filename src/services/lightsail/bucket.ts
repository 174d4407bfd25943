import { everyPage } from '../../aws/pages.ts';
import { resource } from '../../inventory/resource.ts';
import { lightsail } from './service.ts';

/** A bucket, which Lightsail keeps apart from those of S3. */
export const bucket = resource(lightsail, 'AWS::Lightsail::Bucket', {
  calls: ['GetBuckets'],
  narrows: {
    GetBuckets: { bucketName: 'unless given', includeConnectedResources: 'unless given', includeCors: 'unless given' },
  },
  references: ['https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_AccessRules.html'],
  async *list(api) {
    const pages = everyPage(
      (pageToken) => api.call('GetBuckets', pageToken === undefined ? {} : { pageToken }),
      (page) => page.nextPageToken,
    );
    for await (const page of pages)
      for (const found of page.buckets ?? []) {
        if (found.name === undefined || found.arn === undefined) continue;
        yield {
          id: found.name,
          arn: found.arn,
          tags: Object.fromEntries((found.tags ?? []).map(({ key = '', value = '' }) => [key, value])),
          /** `objects`: private, but single objects may be made public. */
          access:
            found.accessRules?.getObject === 'private' && found.accessRules.allowPublicOverrides === true
              ? ('objects' as const)
              : found.accessRules?.getObject,
        };
      }
  },
  label: ({ id }) => `bucket ${id}`,
});
