export const fixes = {};

export const untried: Readonly<Record<string, string>> = {
  'efs-file-system-encrypted-at-rest': 'no command: encryption is chosen when a file system is created',
  'efs-file-system-in-backup-plan': 'no command: which plan is meant to back it up is for a person to say',
};
