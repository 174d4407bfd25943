import type { Aws, Build } from '../world.ts';

/** @param flag what is the matter with it */
const create = (aws: Aws, flag = '--no-multi-az'): Promise<string> =>
  aws`rds create-db-instance --db-instance-identifier orders --db-instance-class db.t3.micro --engine postgres --allocated-storage 20 --master-username owner --master-user-password password1 ${flag}`;

const instance =
  (flag?: string): Build =>
  async (aws) =>
    void (await create(aws, flag));

const cluster =
  (flag: string): Build =>
  async (aws) =>
    void (await aws`rds create-db-cluster --db-cluster-identifier ledger --engine aurora-postgresql --master-username owner --master-user-password password1 ${flag}`);

const anew = 'no command: what is there cannot be changed, and its users have to be moved to another';

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {
  'rds-instance-auto-minor-upgrade': instance('--no-auto-minor-version-upgrade'),
  'rds-instance-automated-backup-enabled': instance('--backup-retention-period=0'),
  'rds-instance-backup-retention-sufficient': instance('--backup-retention-period=1'),
  'rds-instance-deletion-protection-enabled': instance('--no-deletion-protection'),
  'rds-instance-copy-tags-to-snapshots': instance('--no-copy-tags-to-snapshot'),
  'rds-cluster-backup-retention-sufficient': cluster('--backup-retention-period=1'),
  'rds-cluster-deletion-protection-enabled': cluster('--no-deletion-protection'),
  'rds-cluster-copy-tags-to-snapshots': cluster('--no-copy-tags-to-snapshot'),
  'rds-instance-multi-az': instance('--no-multi-az'),
  'rds-instance-iam-auth-enabled': instance(),
  'rds-instance-not-public': instance('--publicly-accessible'),
  'rds-snapshot-not-public': async (aws) => {
    await create(aws);
    await aws`rds create-db-snapshot --db-instance-identifier orders --db-snapshot-identifier year`;
    await aws`rds modify-db-snapshot-attribute --db-snapshot-identifier year --attribute-name restore --values-to-add all`;
  },
};

export const untried: Readonly<Record<string, string>> = {
  'rds-instance-storage-encrypted': anew,
  'rds-instance-admin-username-custom': anew,
  'rds-cluster-admin-username-custom': anew,
  'rds-cluster-auto-minor-upgrade': 'the emulator does not change it of a cluster',
  'rds-instance-log-export-enabled':
    'which logs are exported is for a person to say, and there is no export of a name made up',
  'rds-cluster-log-export-enabled':
    'which logs are exported is for a person to say, and there is no export of a name made up',
  'rds-instance-performance-insights-encrypted-cmk':
    'no command: what was kept is deleted first, which is for a person to decide',
  'rds-instance-ca-certificate-not-expiring': 'the emulator has no certificates of CAs',
  'rds-instance-not-idle': 'no command: whether somebody needs the database is for a person to say',
  'rds-cluster-storage-encrypted': anew,
  'rds-instance-subnet-not-public': anew,
  'rds-cluster-iam-auth-enabled': 'the emulator does not change it of a cluster',
  'rds-instance-in-backup-plan': 'no command: which plan is meant to back it up is for a person to say',
  'rds-cluster-in-backup-plan': 'no command: which plan is meant to back it up is for a person to say',
  'rds-proxy-tls-required': 'the emulator does not change proxies',
  'rds-cluster-multi-az': 'no command: which class the reader has is for a person to say',
  'rds-global-cluster-version-supported': 'no command: each version has its own way up, which is tried first',
  'rds-snapshot-encrypted': 'the command makes a copy, and the snapshot stays until somebody deletes it',
  'rds-instance-tls-enforced': 'the emulator keeps no parameters that hold for its databases',
};
