import type { Build } from '../world.ts';

const made: Build = async (aws) => {
  await aws`efs create-file-system --creation-token scratch`;
};

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {
  'efs-file-system-policy-enforces-tls': made,
};

export const untried: Readonly<Record<string, string>> = {
  'efs-file-system-backup-enabled': 'the emulator cannot set backup policies',
  'efs-file-system-encrypted-at-rest': 'no command: encryption is chosen when a file system is created',
  'efs-file-system-encrypted-cmk': 'no command: the key is chosen when a file system is created',
  'efs-file-system-in-backup-plan': 'no command: which plan is meant to back it up is for a person to say',
  'efs-file-system-policy-not-public': 'no command where there is no policy: whom to let in is for a person to say',
  'efs-mount-target-subnet-not-public': 'no command: a mount target keeps its subnet',
};
