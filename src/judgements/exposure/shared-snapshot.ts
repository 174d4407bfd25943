import { fail, pass, unknown } from '../../engine/check.ts';

/** What the checks of databases' snapshots have in common that ask whether everybody may restore one. */
export const restoredByNobody = {
  at: 'sharing.public',
  is: {
    true: fail('Everybody with an AWS account may restore {label}; expected accounts that are named'),
    false: pass('{label} is not public'),
  },
  unsaid: unknown('AWS does not say who may restore {label}'),
  risk: 'Anybody restores the snapshot in his own account and reads all of its data.',
} as const;

/** How such a snapshot is closed, but for the command. */
export const closeSnapshot =
  'Take everybody out of those who may restore it. Copies that somebody has made stay his: change passwords and keys that the data holds.';
