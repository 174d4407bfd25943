import { along, fail, pass } from '../../src/engine/check.ts';
import { companion } from '../../src/engine/forms/index.ts';
import { hsmBackup } from '../../src/services/cloudhsmv2/backup.ts';
import { hsmCluster, leaving } from '../../src/services/cloudhsmv2/cluster.ts';
import { daysSince } from '../../src/text/time.ts';

export default companion(hsmCluster, 'cloudhsm-cluster-backup-recent', {
  title: 'CloudHSM clusters have a recent backup',
  settings: {
    days: { type: 'integer', default: 2, min: 1, max: 365, describe: 'days after which a backup is no longer recent' },
  },
  of: along(hsmBackup, { reach: 'region', witness: true }),
  belongs: ({ id }, { cluster, state }) => cluster === id && state === 'READY',
  fault: ({ createdAt }, { hsmCount }, { now, settings: { days } }) => {
    // of a cluster without HSMs the last backup has everything that will ever be in it
    if (hsmCount === 0) return undefined;
    const age = daysSince(createdAt, now);
    if (age === undefined) return 'CloudHSM does not say when it was made';
    return age > days ? `it is ${age} days old; expected at most ${days}` : undefined;
  },
  such: ({ id }) => ({
    good: { id: 'backup-1', cluster: id, state: 'READY' as const, createdAt: '2026-05-31T22:00:00.000Z' },
    faulty: { id: 'backup-2', cluster: id, state: 'READY' as const, createdAt: '2026-01-01T00:00:00.000Z' },
  }),
  pass: pass('{label} has the backup {other.id}'),
  fail: fail('{label} has no backup'),
  faulty: fail('{label} has the backup {other.id}, but {fault}'),
  unless: [
    leaving,
    {
      at: 'state',
      is: ['CREATE_IN_PROGRESS', 'UNINITIALIZED', 'INITIALIZE_IN_PROGRESS', 'INITIALIZED'],
      because: '{label} is not active yet, and is only backed up from then on',
    },
  ],
  risk: 'Keys exist nowhere else: what was made since the last backup is lost with the HSMs, and so is what it encrypts.',
  fix: {
    text: 'CloudHSM backs up an active cluster every day by itself. See whether the cluster is active, has an HSM, and is not held in a state of change; creating or deleting an HSM makes a backup at once.',
  },
  references: ['https://docs.aws.amazon.com/cloudhsm/latest/userguide/backups.html'],
});
