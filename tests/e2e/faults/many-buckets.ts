import { daysAgo } from '../../../src/stand-in/facts.ts';
import type { Front } from '../../../src/stand-in/front.ts';

/** So many buckets, in one region: each is asked for everything that checks of S3 need. */
export function manyBuckets(front: Front, count: number): void {
  front.answer(
    { service: 's3', operation: 'ListBuckets' },
    { Buckets: Array.from({ length: count }, (_, n) => ({ Name: `many-${n}`, CreationDate: daysAgo(10) })) },
  );
  front.answer({ service: 's3', operation: 'GetBucketLocation' }, {});
  for (const [operation, code] of [
    ['GetBucketPolicy', 'NoSuchBucketPolicy'],
    ['GetPublicAccessBlock', 'NoSuchPublicAccessBlockConfiguration'],
    ['GetBucketOwnershipControls', 'OwnershipControlsNotFoundError'],
    ['GetBucketEncryption', 'ServerSideEncryptionConfigurationNotFoundError'],
  ] as const) {
    front.error({ service: 's3', operation }, { code, status: 404 });
  }
  for (const operation of ['GetBucketLogging', 'GetBucketVersioning', 'GetBucketTagging'])
    front.answer({ service: 's3', operation }, operation === 'GetBucketTagging' ? { TagSet: [] } : {});
  const owner = { ID: 'c0ffee', DisplayName: 'acme' };
  front.answer({ service: 's3', operation: 'GetBucketAcl' }, { Owner: owner, Grants: [] });
}
