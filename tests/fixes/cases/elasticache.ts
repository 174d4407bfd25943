import type { Build } from '../world.ts';

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {
  'elasticache-replication-group-backup-enabled': async (aws) => {
    await aws`elasticache create-replication-group --replication-group-id sessions --replication-group-description x --snapshot-retention-limit 0`;
  },
};

export const untried: Readonly<Record<string, string>> = {
  'elasticache-replication-group-encrypted-at-rest': 'no command: encryption is chosen when a group is created',
  'elasticache-replication-group-encrypted-cmk': 'no command: the key is chosen when a group is created',
  'elasticache-replication-group-encrypted-in-transit': 'the first command only begins the move, and the finding stays',
  'elasticache-replication-group-auth-enabled': 'the emulator keeps no user groups of a group',
  'elasticache-replication-group-automatic-failover-enabled':
    'the emulator keeps the setting as the group was made with it',
  'elasticache-replication-group-multi-az': 'the emulator keeps the setting as the group was made with it',
  'elasticache-cluster-subnet-not-public': 'no command: the subnet group of a cluster cannot be changed',
  'elasticache-user-no-open-access': 'the emulator cannot change users',
  'elasticache-replication-group-auto-minor-upgrade': 'the emulator keeps the setting as the group was made with it',
  'elasticache-cluster-subnet-group-non-default': 'no command: the subnet group of a cluster cannot be changed',
};
