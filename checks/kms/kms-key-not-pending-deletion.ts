import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { daysUntil } from '../../src/text/time.ts';
import { key } from '../../src/services/kms/key.ts';

export default defineCheck({
  id: 'kms-key-not-pending-deletion',
  title: 'Customer managed keys are not scheduled for deletion',
  resource: key,
  needs: ['details'],
  risk: 'When a key is deleted, everything encrypted under it is lost for good. A deletion nobody ordered may be an attack.',
  fix: {
    text: 'Find out in CloudTrail who scheduled the deletion and whether data still needs the key. If so, cancel the deletion and enable the key; if in doubt, disable it instead.',
    cli: 'aws kms cancel-key-deletion --key-id {id}\naws kms enable-key --key-id {id}',
  },
  references: [
    'https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html',
    'https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys-scheduling-key-deletion.html',
  ],
  evaluate({ name, details }, { now }) {
    const { manager, state, deletionDate, deletionWindowInDays } = details;
    if (manager === 'AWS') return notApplicable(`${name} is managed by AWS and cannot be deleted`);
    if (state === undefined) return unknown(`AWS did not say in which state ${name} is`);
    const evidence = { state, deletionDate, deletionWindowInDays };
    if (state === 'PendingReplicaDeletion') {
      const wait = deletionWindowInDays === undefined ? '' : ` ${deletionWindowInDays} days`;
      return fail(`${name} will be deleted${wait} after the last of its replicas`, evidence);
    }
    if (state !== 'PendingDeletion') return pass(`${name} is not scheduled for deletion (${state})`, { state });
    const days = daysUntil(deletionDate, now);
    if (deletionDate === undefined || days === undefined) return fail(`${name} is scheduled for deletion`, evidence);
    const left =
      days < 0 ? 'is due' : days === 0 ? 'less than a day is left' : `${days} day${days === 1 ? '' : 's'} left`;
    return fail(`${name} is scheduled for deletion on ${deletionDate.slice(0, 10)} (${left})`, evidence);
  },
});
