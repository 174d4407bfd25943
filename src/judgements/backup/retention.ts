import { pass, unknown } from '../../engine/check.ts';

/** What checks of databases say alike of how long automatic backups are kept: `backupDays` of the item, 0 where none are made. */
export const automaticBackups = {
  settings: {
    days: { type: 'integer', default: 7, min: 1, max: 35, describe: 'days that automatic backups are kept at least' },
  },
  at: 'backupDays',
  atLeast: 'days',
  pass: pass('{label} keeps automatic backups for {backupDays} days'),
  unsaid: unknown('AWS does not say for how many days {label} keeps backups'),
  risk: 'Damage that is noticed later than the last backup is kept cannot be undone by a restore.',
} as const;
