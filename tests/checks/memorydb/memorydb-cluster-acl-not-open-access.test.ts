import check from '../../../checks/memorydb/memorydb-cluster-acl-not-open-access.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const users = (open: string[], unsaid: string[] = []) => ({ users: { open, unsaid } });
const base = {
  id: 'sessions',
  name: 'sessions',
  arn: 'arn:aws:memorydb:eu-west-1:111122223333:cluster/sessions',
  tags: {},
  acl: 'shop' as string | undefined,
  tls: true,
  zones: undefined,
  minorUpgrades: true,
  snapshotDays: 7,
  keyId: undefined,
  encryption: 'AWS' as const,
  ...users([]),
};

checkSuite(check, base, [
  { when: 'all users prove who they are', given: {}, expect: 'pass' },
  { when: 'it has the ACL of AWS', given: { acl: 'open-access' }, expect: 'fail', message: /its ACL is open-access/ },
  { when: 'a user of its own ACL has no password', given: users(['default']), expect: 'fail', message: /has default;/ },
  { when: 'one is open, and of another it is not said', given: users(['default'], ['app']), expect: 'fail' },
  { when: 'it is not said of a user', given: users([], ['app']), expect: 'unknown' },
  { when: 'its ACL is not listed', given: { users: undefined }, expect: 'unknown' },
  { when: 'no ACL is said', given: { acl: undefined }, expect: 'unknown' },
]);
