import { along, fail, pass, unknown } from '../../engine/check.ts';
import type { Context, Verdict } from '../../engine/check.ts';
import { bucket } from '../../services/s3/bucket.ts';
import { resourceLimits } from '../organization/control-policies.ts';
import { bucketExposure, bucketExposureAlong, bucketExposureNeeds, unreadWays } from '../exposure/bucket.ts';

/** What checks read along to judge who reaches the bucket that something delivers to. */
export const logBucketAlong = {
  ...bucketExposureAlong,
  buckets: along(bucket, { needs: bucketExposureNeeds, witness: true }),
};

type LogBucketContext = Context<Readonly<Record<string, never>>, typeof logBucketAlong>;

/**
 * The verdict for a bucket that is not among the account's readable ones: it was deleted, belongs to another account,
 * or one could not be read. None of these says how the bucket is set up.
 */
export const bucketElsewhere = (who: string, id: string | undefined): Verdict =>
  unknown(`${who} delivers to ${id ?? 'a bucket'}, which could not be read as a bucket of this account`);

/**
 * Whether strangers reach the bucket that something delivers to, all grants and blocks taken together.
 * @param who what delivers, as the message names it
 */
export function judgeLogBucket(
  who: string,
  id: string | undefined,
  context: Pick<LogBucketContext, 'along' | 'now' | 'trustedAccounts' | 'unreadAlong'>,
): Verdict {
  const found = context.along.buckets.find((candidate) => candidate.id === id);
  if (found === undefined) return bucketElsewhere(who, id);
  const { along: companions, now, trustedAccounts, unreadAlong } = context;
  const { rcps, note } = resourceLimits(companions, unreadAlong);
  const exposed = bucketExposure(found, companions, { now, trustedAccounts, rcps });
  const { verdict, witness, statements, unknown: undecided } = exposed;
  const evidence = {
    bucket: found.id,
    verdict,
    witness,
    statements: statements.map(({ index, sid }) => ({ index, sid })),
  };
  switch (verdict) {
    case 'public':
      return fail(`${who} delivers to bucket ${found.id}, which is open to everyone on the internet${note}`, evidence);
    case 'any-account':
      return fail(`${who} delivers to bucket ${found.id}, which is open to every AWS account${note}`, evidence);
    case 'conditional':
      return fail(
        `${who} delivers to bucket ${found.id}, which is open to strangers who meet a condition${note}`,
        evidence,
      );
    case 'unknown':
      return unknown(`${who} delivers to bucket ${found.id}, which could be public: ${undecided.join('; ')}`);
    case 'cross-account':
    case 'organization':
    case 'private':
      return pass(
        `${who} delivers to bucket ${found.id}, which is not public through its policy, ACL and access points; ${unreadWays(found, companions.accounts)}`,
        { bucket: found.id, verdict },
      );
  }
}
