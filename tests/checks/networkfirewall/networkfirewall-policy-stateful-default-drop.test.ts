import check from '../../../checks/networkfirewall/networkfirewall-policy-stateful-default-drop.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { policy, policyWith, shared } from './base.ts';

const otherwise = (...actions: string[]) => policyWith({ otherwise: actions });

checkSuite(check, policy, [
  { when: 'it drops what is established', given: {}, expect: 'pass' },
  { when: 'it drops everything', given: otherwise('aws:alert_strict', 'aws:drop_strict'), expect: 'pass' },
  { when: 'it drops by the application', given: otherwise('aws:drop_established_app_layer'), expect: 'pass' },
  {
    when: 'it only alerts',
    given: otherwise('aws:alert_established'),
    expect: 'fail',
    message: /\(aws:alert_established\)/,
  },
  { when: 'it has no default action', given: otherwise(), expect: 'fail', message: /\(no default action\)/ },
  {
    when: 'it has the order by action',
    given: policyWith({ otherwise: [], order: 'DEFAULT_ACTION_ORDER' }),
    expect: 'fail',
    message: /\(no strict rule order\)/,
  },
  { when: 'it is another account’s', ...shared },
]);
