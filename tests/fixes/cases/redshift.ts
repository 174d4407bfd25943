import type { Aws, Build } from '../world.ts';

const create = (aws: Aws, flag: string): Promise<string> =>
  aws`redshift create-cluster --cluster-identifier sales --node-type ra3.large --cluster-type single-node --master-username owner --master-user-password Password1 ${flag}`;

const cluster =
  (flag: string): Build =>
  async (aws) =>
    void (await create(aws, flag));

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {
  'redshift-cluster-encrypted-at-rest': cluster('--no-encrypted'),
  'redshift-cluster-enhanced-vpc-routing-enabled': cluster('--no-enhanced-vpc-routing'),
  'redshift-cluster-version-upgrade-enabled': cluster('--no-allow-version-upgrade'),
  'redshift-cluster-automated-snapshots-enabled': cluster('--automated-snapshot-retention-period=1'),
  'redshift-cluster-not-public': cluster('--publicly-accessible'),
};

export const untried: Readonly<Record<string, string>> = {
  'redshift-cluster-encrypted-cmk': 'the emulator does not keep the key with which a cluster is encrypted anew',
  'redshift-cluster-hsm-connection-active': 'no command: what is in the way is between the cluster and its HSM',
  'redshift-cluster-security-group-port-restricted':
    'no command: which networks the clients are in is for a person to say',
  'redshift-cluster-admin-username-custom': 'no command: the name is given once, and the data has to be moved',
  'redshift-cluster-database-name-non-default': 'no command: the name is given once, and the data has to be moved',
  'redshift-cluster-audit-logging-enabled': 'the emulator keeps no logging status',
  'redshift-cluster-tls-required': 'the emulator keeps no parameters of groups',
};
