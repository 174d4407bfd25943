import check from '../../../checks/networkfirewall/networkfirewall-stateful-rule-group-no-allow-all.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { group, groupWith, shared } from './base.ts';

const all = 'pass ip any any -> any any';

checkSuite(check, group, [
  { when: 'no rule passes everything', given: {}, expect: 'pass', message: /no rule among 3/ },
  {
    when: 'a rule does',
    given: groupWith('STATEFUL', { passAll: [all] }),
    expect: 'fail',
    message: /pass ip any any -> any any;/,
  },
  {
    when: 'a rule does and others are not understood',
    given: groupWith('STATEFUL', { passAll: [all], unread: 1 }),
    expect: 'fail',
  },
  { when: 'a rule is not understood', given: groupWith('STATEFUL', { unread: 1 }), expect: 'unknown' },
  { when: 'it is empty', given: groupWith('STATEFUL', { count: 0, actions: {} }), expect: 'pass' },
  { when: 'it is stateless', given: groupWith('STATELESS', {}), expect: 'not-applicable' },
  { when: 'AWS does not say what it is', given: groupWith(undefined, {}), expect: 'unknown' },
  {
    when: 'AWS does not tell its rules',
    given: { details: { type: 'STATEFUL', rules: undefined } },
    expect: 'unknown',
  },
  { when: 'it is another account’s', ...shared },
]);
