import { partitionOfRegion } from '../partitions/partitions.ts';

/** Refusals that may be one of the wrong region: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
const statuses: ReadonlySet<number> = new Set([301, 307, 400, 403]);

/**
 * The region of a bucket, which S3 names in refusals, also to who may not read where the bucket is.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html
 * @param asked the region that was asked: its partition's requests stay there
 */
export function regionNamedIn(
  { statusCode, headers }: { readonly statusCode: number; readonly headers: Readonly<Record<string, string>> },
  asked: string,
): string | undefined {
  const named = headers['x-amz-bucket-region'];
  if (named === undefined || !statuses.has(statusCode)) return undefined;
  // It becomes part of a host name.
  return partitionOfRegion(asked).regionPattern.test(named) ? named : undefined;
}

const regions = new WeakMap<object, string>();

/** Remembers the region that came with an error. */
export function noteBucketRegion(error: unknown, region: string | undefined): void {
  if (region !== undefined && typeof error === 'object' && error !== null) regions.set(error, region);
}

/** The region that S3 named when it refused a call, if it did. */
export const bucketRegionOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null ? regions.get(error) : undefined;
