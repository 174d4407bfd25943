import backup from '../../../checks/elasticache/elasticache-replication-group-backup-enabled.ts';
import subnetGroup from '../../../checks/elasticache/elasticache-cluster-subnet-group-non-default.ts';
import upgrade from '../../../checks/elasticache/elasticache-replication-group-auto-minor-upgrade.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const group = {
  id: 'prices',
  name: 'prices',
  arn: 'arn:aws:elasticache:eu-west-1:111122223333:replicationgroup:prices',
  status: 'available',
  autoMinorVersionUpgrade: false,
  snapshotRetentionDays: 0,
  clusterMode: false,
  members: ['prices-001'],
  multiAz: undefined,
  automaticFailover: undefined,
  encryptedInTransit: undefined,
  encryptedAtRest: undefined,
};
const cluster = {
  id: 'prices-001',
  name: 'prices-001',
  arn: 'arn:aws:elasticache:eu-west-1:111122223333:cluster:prices-001',
  engine: 'redis',
  status: 'available',
  subnetGroup: 'default',
  replicationGroup: 'prices',
};
const leaving = { when: 'it is being deleted', given: { status: 'deleting' }, expect: 'not-applicable' } as const;
const changing = { when: 'it is being changed', given: { status: 'modifying' }, expect: 'fail' } as const;

checkSuite(backup, group, [
  leaving,
  changing,
  { when: 'it has backups', given: { snapshotRetentionDays: 7 }, expect: 'pass' },
]);
checkSuite(upgrade, group, [
  leaving,
  changing,
  { when: 'it is upgraded', given: { autoMinorVersionUpgrade: true }, expect: 'pass' },
]);
checkSuite(subnetGroup, cluster, [
  leaving,
  changing,
  { when: 'it has a group of its own', given: { subnetGroup: 'caches' }, expect: 'pass' },
]);
