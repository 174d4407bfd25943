import type { Build } from '../world.ts';

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {
  'elasticache-replication-group-backup-enabled': async (aws) => {
    await aws`elasticache create-replication-group --replication-group-id sessions --replication-group-description x --snapshot-retention-limit 0`;
  },
};

export const untried: Readonly<Record<string, string>> = {
  'elasticache-replication-group-auto-minor-upgrade': 'the emulator keeps the setting as the group was made with it',
  'elasticache-cluster-subnet-group-non-default': 'no command: the subnet group of a cluster cannot be changed',
};
