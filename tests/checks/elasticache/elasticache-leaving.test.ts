import auth from '../../../checks/elasticache/elasticache-replication-group-auth-enabled.ts';
import backup from '../../../checks/elasticache/elasticache-replication-group-backup-enabled.ts';
import subnetGroup from '../../../checks/elasticache/elasticache-cluster-subnet-group-non-default.ts';
import transit from '../../../checks/elasticache/elasticache-replication-group-encrypted-in-transit.ts';
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
  tlsMode: undefined,
  encryptedAtRest: undefined,
  encryption: undefined,
  keyId: undefined,
  authToken: undefined,
  userGroups: undefined,
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
checkSuite(transit, { ...group, encryptedInTransit: true }, [
  { when: 'TLS is required', given: { tlsMode: 'required' }, expect: 'pass' },
  { when: 'the engine has no such setting', expect: 'pass' },
  { when: 'TLS is only preferred', given: { tlsMode: 'preferred' }, expect: 'fail' },
  { when: 'there is none', given: { encryptedInTransit: false }, expect: 'fail' },
]);
checkSuite(auth, { ...group, authToken: false }, [
  { when: 'neither is asked for', expect: 'fail' },
  { when: 'the list of groups is empty', given: { userGroups: [] }, expect: 'fail' },
  { when: 'users sign in', given: { userGroups: ['shop'] }, expect: 'pass' },
  { when: 'a password is asked for', given: { authToken: true }, expect: 'pass' },
  {
    when: 'users sign in, and of a password nothing is said',
    given: { authToken: undefined, userGroups: ['shop'] },
    expect: 'pass',
  },
  { when: 'of a password nothing is said', given: { authToken: undefined }, expect: 'unknown' },
]);
