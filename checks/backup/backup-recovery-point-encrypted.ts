import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { recoveryPoint } from '../../src/services/backup/recovery-point.ts';

export default state(recoveryPoint, 'backup-recovery-point-encrypted', {
  title: 'Recovery points are encrypted',
  at: 'encrypted',
  is: {
    true: pass('{label} in the vault {vault} is encrypted'),
    false: fail('{label} in the vault {vault} is not encrypted[: it is a backup of {of}]'),
  },
  unsaid: unknown('AWS does not say whether {label} in the vault {vault} is encrypted'),
  risk: 'A backup holds all that the system holds, and outlives it: one that is not encrypted is read by whoever gets at it or its copies.',
  fix: {
    text: 'A backup is as encrypted as what it is made of, where AWS Backup does not manage the service in full. Encrypt the resource, make a new backup, or copy the recovery point into a vault whose key encrypts the copy, and delete the old one when it is no longer needed.',
  },
  references: [
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/backup-controls.html#backup-1',
  ],
});
