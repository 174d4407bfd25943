import type { Aws, Build } from '../world.ts';

const create = (aws: Aws, flag = '--no-deletion-protection'): Promise<string> =>
  aws`neptune create-db-cluster --db-cluster-identifier graph --engine neptune ${flag}`;
const cluster =
  (flag: string): Build =>
  async (aws) =>
    void (await create(aws, flag));
const instance =
  (flag: string): Build =>
  async (aws) => {
    await create(aws);
    await aws`neptune create-db-instance --db-instance-identifier graph-1 --db-cluster-identifier graph --db-instance-class db.r5.large --engine neptune ${flag}`;
  };

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {
  'neptune-cluster-backup-retention-sufficient': cluster('--backup-retention-period=1'),
  'neptune-cluster-deletion-protection-enabled': cluster('--no-deletion-protection'),
  'neptune-cluster-copy-tags-to-snapshots': cluster('--no-copy-tags-to-snapshot'),
  'neptune-cluster-snapshot-not-public': async (aws) => {
    await create(aws);
    await aws`rds create-db-cluster-snapshot --db-cluster-identifier graph --db-cluster-snapshot-identifier year`;
    await aws`rds modify-db-cluster-snapshot-attribute --db-cluster-snapshot-identifier year --attribute-name restore --values-to-add all`;
  },
  'neptune-instance-auto-minor-upgrade': instance('--no-auto-minor-version-upgrade'),
  'neptune-instance-not-public': instance('--publicly-accessible'),
};

const anew = 'no command: what is there cannot be changed, and its clients have to be moved to another';

export const untried: Readonly<Record<string, string>> = {
  'neptune-cluster-audit-log-export-enabled': 'the emulator exports no logs of clusters',
  'neptune-cluster-iam-auth-enabled': 'the emulator does not change it of a cluster',
  'neptune-cluster-multi-az': 'no command: which class the replica has is for a person to say',
  'neptune-cluster-snapshot-encrypted': anew,
  'neptune-cluster-storage-encrypted': anew,
  'neptune-cluster-subnet-not-public': anew,
};
