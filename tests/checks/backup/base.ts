export const arn = 'arn:aws:backup:eu-west-1:111122223333:backup-vault:kept';

/** A vault that is not locked and has no policy. */
export const base = {
  id: 'kept',
  name: 'kept',
  arn,
  kind: 'BACKUP_VAULT',
  encryption: 'KMS',
  keyArn: undefined,
  locked: false,
  lockDate: undefined,
  minDays: undefined,
  recoveryPoints: 1,
} as const;
