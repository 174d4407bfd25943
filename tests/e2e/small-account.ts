import { startFront, fails, type Front } from '../../src/stand-in/front.ts';

/** A bucket of the small account; both are in eu-west-1. */
export interface SmallBucket {
  readonly versioned: boolean;
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * An account with one region and a few buckets, made of canned answers alone: enough for what is not about services.
 * What is not canned is answered 501.
 */
export async function startSmallAccount(buckets: Readonly<Record<string, SmallBucket>>): Promise<Front> {
  const front = await startFront();
  const bucketOf = ({ input }: { readonly input: Readonly<Record<string, unknown>> }) =>
    buckets[String(input['Bucket'])];
  front.answer(
    { service: 'sts', operation: 'GetCallerIdentity' },
    { Account: '123456789012', UserId: 'AIDAEXAMPLE', Arn: 'arn:aws:iam::123456789012:user/auditor' },
  );
  front.answer(
    { service: 'ec2', operation: 'DescribeRegions' },
    { Regions: [{ RegionName: 'eu-west-1', OptInStatus: 'opt-in-not-required' }] },
  );
  front.answer(
    { service: 's3', operation: 'ListBuckets' },
    {
      Buckets: Object.keys(buckets).map((Name) => ({
        Name,
        BucketRegion: 'eu-west-1',
        CreationDate: '2024-01-01T00:00:00Z',
      })),
    },
  );
  front.answer({ service: 's3', operation: 'GetBucketVersioning' }, (request) =>
    bucketOf(request)?.versioned === true ? { Status: 'Enabled', MFADelete: 'Enabled' } : {},
  );
  front.answer({ service: 's3', operation: 'GetBucketTagging' }, (request) => {
    const tags = Object.entries(bucketOf(request)?.tags ?? {});
    return tags.length === 0
      ? fails({ code: 'NoSuchTagSet', status: 404 })
      : { TagSet: tags.map(([Key, Value]) => ({ Key, Value })) };
  });
  return front;
}
