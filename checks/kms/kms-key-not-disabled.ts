import { fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { sameFor, state } from '../../src/engine/forms/index.ts';
import { key } from '../../src/services/kms/key.ts';

export default state(key, 'kms-key-not-disabled', {
  title: 'Customer managed keys are not left disabled',
  needs: ['details'],
  at: 'details.state',
  is: {
    Enabled: pass('{name} is enabled'),
    Disabled: fail('{name} is disabled, and costs as much as one that is in use'),
    ...sameFor(['PendingDeletion', 'PendingReplicaDeletion'], notApplicable('{name} is about to be deleted')),
    ...sameFor(
      ['Creating', 'PendingImport', 'Unavailable', 'Updating'],
      notApplicable('nobody has disabled {name} ({details.state})'),
    ),
  },
  unsaid: unknown('AWS did not say in which state {name} is'),
  unless: [{ at: 'details.manager', is: ['AWS'], because: '{name} is managed by AWS' }],
  risk: 'Nobody knows after a while whether data still waits for the key, so it is paid for forever, or deleted along with what only it can open.',
  fix: {
    text: 'Find out what was encrypted with it, backups and snapshots included. Enable it where that is still needed; otherwise have it deleted, which can be cancelled within the time that is waited.',
  },
  references: ['https://docs.aws.amazon.com/kms/latest/developerguide/enabling-keys.html'],
});
