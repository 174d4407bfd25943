import { unknown } from '../../engine/check.ts';
import type { Context, Subject, Verdict } from '../../engine/check.ts';
import type { AccessGroup } from '../../iam/index.ts';
import { resourceLimits } from '../organization/control-policies.ts';
import { judgeNotPublic } from './exposure-message.ts';
import type { bucket } from '../../services/s3/bucket.ts';
import { bucketExposure } from './bucket.ts';

type AclFacts = Subject<typeof bucket, 'acl' | 'ownership' | 'publicAccessBlock'>;

/**
 * Whether a bucket's ACL alone lets strangers in, as far as ownership controls and public-access blocks leave it in force.
 * READ and READ_ACP read (the list of objects, the ACL); WRITE, WRITE_ACP and FULL_CONTROL write.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html
 */
export function judgeAcl(
  { id, name, arn, account, acl, ownership, publicAccessBlock }: AclFacts,
  companions: Pick<Parameters<typeof bucketExposure>[1], 'accounts'> & Parameters<typeof resourceLimits>[0],
  context: Pick<Context, 'now' | 'trustedAccounts' | 'unreadAlong'>,
  groups: readonly AccessGroup[],
): Verdict {
  const { rcps, note } = resourceLimits(companions, context.unreadAlong);
  const subject = { id, arn, account, acl, ownership, publicAccessBlock };
  // An ACL names no organisation: one that a resource control policy leaves is no stranger, whichever it is.
  const found = bucketExposure(subject, companions, { ...context, rcps, organization: { id: 'none' } });
  const verdict = judgeNotPublic(name, found, { groups, note, ways: 'through its ACL' });
  // A permission that is not known may be any.
  return verdict.kind === 'pass' && found.unknown.length > 0
    ? unknown(`${name}: ${found.unknown.join('; ')}`)
    : verdict;
}
