import { partitionOfRegion } from '../../partitions/partitions.ts';

/** A bucket, and the region that its host names. */
export interface HostedBucket {
  readonly name: string;
  readonly region: string | undefined;
  /** The id of the partition that it is in: each has buckets of its own, also of the same name. */
  readonly partition: string;
}

/** Of hosts without a region, by what they end in; those of GovCloud have one. */
const partitionOfSuffix: Readonly<Record<string, string>> = {
  com: 'aws',
  'com.cn': 'aws-cn',
  eu: 'aws-eusc',
};

/**
 * Hosts of buckets: by region, without one, dual-stack, accelerated, with FIPS, with the dash of old regions, and websites.
 * https://docs.aws.amazon.com/general/latest/gr/s3.html
 */
const host =
  /^(?<name>.+)\.s3(?:-website|-fips|-accelerate|-external-1)?(?:\.dualstack)?(?:[.-](?<region>[a-z]+(?:-[a-z]+)+-\d+))?\.amazonaws\.(?<suffix>com|com\.cn|eu)\.?$/;
/** What answers like a bucket and is none: aliases of access points, directory and table buckets. */
const alias = /(?:-s3alias|--ol-s3|--[a-z]+-s3)$/;
/** Access points are asked at hosts of their own. */
const elsewhere = /\.s3-(?:accesspoint|global|object-lambda|outposts|control)[.-]/;

/** The bucket that is asked by a host; `none` where none is, undefined where a host of S3 has no form that is known. */
export function bucketAt(domain: string): HostedBucket | 'none' | undefined {
  const asked = domain.toLowerCase();
  const found = host.exec(asked);
  if (found !== null) {
    const { name = '', region, suffix = '' } = found.groups as Partial<Record<'name' | 'region' | 'suffix', string>>;
    if (alias.test(name)) return 'none';
    const partition = region === undefined ? (partitionOfSuffix[suffix] ?? 'aws') : partitionOfRegion(region).id;
    return { name, region, partition };
  }
  return /\.s3[.-][a-z0-9.-]*amazonaws\./.test(asked) && !elsewhere.test(asked) ? undefined : 'none';
}
