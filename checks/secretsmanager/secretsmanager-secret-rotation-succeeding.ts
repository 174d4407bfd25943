import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { rotatedElsewhere, secret } from '../../src/services/secretsmanager/secret.ts';
import { daysBetween } from '../../src/text/time.ts';

/**
 * Secrets Manager says neither that a rotation failed nor why: CloudTrail does. What it says is when the next one is due at the latest,
 * and which version is pending. A rotation takes minutes; one day is left for it.
 */
export default defineCheck({
  id: 'secretsmanager-secret-rotation-succeeding',
  title: 'Automatic rotation of secrets succeeds',
  resource: secret,
  needs: [],
  risk: 'The secret stays as it was although everybody relies on its being rotated, and a half-done rotation may lock applications out.',
  fix: {
    text: 'Look at the log of the rotation function and at RotationFailed events in CloudTrail, mend what they name, then start a rotation.',
    cli: 'aws secretsmanager rotate-secret --secret-id {arn}',
  },
  references: ['https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot_rotation.html'],
  evaluate(subject, { now }) {
    const { name, rotationEnabled, nextRotationAt, lastChangedAt, lastRotatedAt, pending } = subject;
    for (const { when } of rotatedElsewhere) {
      const reason = when(subject);
      if (reason !== undefined) return notApplicable(reason);
    }
    if (rotationEnabled !== true) return notApplicable(`${name} is not rotated automatically`);
    const overdue = daysBetween(nextRotationAt, now);
    if (overdue === undefined) return unknown(`AWS does not say when ${name} is to be rotated next`);
    const seen = { nextRotationAt, lastRotatedAt, lastChangedAt, pending };
    const last = lastRotatedAt === undefined ? 'never' : `last on ${lastRotatedAt.slice(0, 10)}`;
    if (overdue >= 1)
      return fail(`${name} was to be rotated by ${nextRotationAt?.slice(0, 10) ?? ''} and was not (${last})`, seen);
    const stuck = daysBetween(lastChangedAt, now);
    if (pending === undefined || (pending && stuck === undefined))
      return unknown(`AWS does not say which version of ${name} is pending, or since when`);
    return pending && stuck !== undefined && stuck >= 1
      ? fail(`${name} has a rotation that began ${stuck} days ago or earlier and has not ended (${last})`, seen)
      : pass(`${name} is rotated as planned (${last})`, seen);
  },
});
