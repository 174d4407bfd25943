import check from '../../../checks/elasticache/elasticache-user-no-open-access.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const open = { enabled: true, rules: ['~*', '+@all'], commands: true };
const base = {
  id: 'anybody',
  name: 'anybody',
  arn: 'arn:aws:elasticache:eu-west-1:111122223333:user:anybody',
  userName: 'anybody',
  status: 'active',
  authentication: 'no-password' as const,
  access: open,
  groups: ['shop'],
};

checkSuite(check, base, [
  { when: 'it may do everything', expect: 'fail', message: /may do ~\* \+@all in the caches of shop/ },
  { when: 'it is switched off', given: { access: { ...open, enabled: false } }, expect: 'pass' },
  { when: 'no command is left to it', given: { access: { ...open, commands: false } }, expect: 'pass' },
  { when: 'it is not said what it may do', given: { access: undefined }, expect: 'unknown' },
  { when: 'it is in no group', given: { groups: [] }, expect: 'not-applicable' },
  { when: 'no group is said', given: { groups: undefined }, expect: 'not-applicable' },
  { when: 'it needs a password', given: { authentication: 'password' }, expect: 'pass' },
  { when: 'it is the one that ElastiCache made', given: { id: 'default' }, expect: 'fail' },
]);
