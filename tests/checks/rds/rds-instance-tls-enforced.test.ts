import check from '../../../checks/rds/rds-instance-tls-enforced.ts';
import { base } from './base.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const force = (value: string | undefined, group = 'orders') => ({ tls: { name: 'rds.force_ssl', group, value } });
const secure = (value: string) => ({
  engine: 'mysql',
  tls: { name: 'require_secure_transport', group: 'orders', value },
});
const ofCluster = { engine: 'aurora-postgresql', cluster: 'ledger', tls: undefined };
const cluster = (value: string | undefined, status = 'in-sync') => ({
  clusters: [
    {
      id: 'ledger',
      name: 'ledger',
      arn: 'arn:aws:rds:eu-west-1:111122223333:cluster:ledger',
      engine: 'aurora-postgresql',
      engineMode: 'provisioned',
      globalCluster: undefined,
      encryption: undefined,
      keyId: undefined,
      tagsSaid: true,
      multiAz: undefined,
      iamAuthentication: undefined,
      backupDays: 7,
      deletionProtection: true,
      minorUpgrades: true,
      exportedLogs: [],
      adminName: undefined,
      copiesTags: true,
      parameterGroup: 'ledger',
      members: [{ id: 'orders', status }],
      ...force(value, 'ledger'),
    },
  ],
});

checkSuite(check, { ...base, ...force('1') }, [
  { when: 'PostgreSQL asks for TLS', given: {}, expect: 'pass' },
  { when: 'PostgreSQL does not', given: force('0'), expect: 'fail', message: /rds\.force_ssl is 0 .*expected 1/ },
  { when: 'the group is of AWS', given: force('0', 'default.postgres14'), expect: 'fail' },
  { when: 'SQL Server does not', given: { engine: 'sqlserver-se', ...force('0') }, expect: 'fail' },
  { when: 'MySQL asks for TLS', given: secure('ON'), expect: 'pass' },
  { when: 'MariaDB does not', given: { ...secure('OFF'), engine: 'mariadb' }, expect: 'fail' },
  { when: 'the group has no value, and the engine its own default', given: force(undefined), expect: 'unknown' },
  { when: 'the value is one of tomorrow', given: force('preferred'), expect: 'unknown' },
  {
    when: 'a restart is waited for',
    given: { ...force('1'), parameterStatus: 'pending-reboot' },
    expect: 'unknown',
  },
  { when: 'AWS does not say the state', given: { ...force('0'), parameterStatus: undefined }, expect: 'unknown' },
  { when: 'no group is known', given: { tls: undefined }, expect: 'unknown' },
  { when: 'Oracle has no such parameter', given: { engine: 'oracle-ee', tls: undefined }, expect: 'manual' },
  { when: 'AWS does not name the engine', given: { engine: undefined, tls: undefined }, expect: 'manual' },
  { when: 'its cluster asks for TLS', given: ofCluster, along: cluster('1'), expect: 'pass' },
  { when: 'its cluster does not', given: ofCluster, along: cluster('0'), expect: 'fail', message: /group ledger/ },
  {
    when: 'the member waits for a restart',
    given: ofCluster,
    along: cluster('1', 'pending-reboot'),
    expect: 'unknown',
  },
  { when: 'its cluster is not listed', given: ofCluster, along: { clusters: [] }, expect: 'unknown' },
  {
    when: 'its cluster was not read',
    given: ofCluster,
    along: { clusters: [] },
    unreadAlong: { clusters: { actions: ['rds:DescribeDBClusters'], cause: 'rds:DescribeDBClusters denied' } },
    expect: 'unknown',
  },
]);
