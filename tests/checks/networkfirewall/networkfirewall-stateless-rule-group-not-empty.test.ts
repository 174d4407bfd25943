import check from '../../../checks/networkfirewall/networkfirewall-stateless-rule-group-not-empty.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { group, groupWith, shared } from './base.ts';

checkSuite(check, { ...group, ...groupWith('STATELESS', { count: 2 }) }, [
  { when: 'it has rules', given: {}, expect: 'pass' },
  { when: 'it has none', given: groupWith('STATELESS', { count: 0 }), expect: 'fail' },
  { when: 'it is stateful', given: groupWith('STATEFUL', { count: 0 }), expect: 'not-applicable' },
  { when: 'AWS does not say what it is', given: groupWith(undefined, {}), expect: 'unknown' },
  {
    when: 'AWS does not tell its rules',
    given: { details: { type: 'STATELESS', rules: undefined } },
    expect: 'unknown',
  },
  { when: 'it is another account’s', ...shared },
]);
