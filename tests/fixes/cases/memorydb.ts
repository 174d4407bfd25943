import type { Build } from '../world.ts';

const cluster: Build = async (aws) =>
  void (await aws`memorydb create-cluster --cluster-name scores --node-type db.t4g.small --acl-name open-access --snapshot-retention-limit 1`);

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {
  'memorydb-cluster-snapshot-retention-sufficient': cluster,
};

const anew = 'no command: it is decided when a cluster is made, and its clients have to be moved to another';

export const untried: Readonly<Record<string, string>> = {
  'memorydb-cluster-acl-not-open-access': 'the emulator has no ACLs',
  'memorydb-cluster-auto-minor-upgrade': anew,
  'memorydb-cluster-encrypted-cmk': anew,
  'memorydb-cluster-encrypted-in-transit': anew,
  'memorydb-cluster-multi-az': 'no command: whether each shard shall have a replica is for a person to say',
};
