import check from '../../../checks/networkfirewall/networkfirewall-policy-rule-group-associated.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { group, policy, policyWith, shared } from './base.ts';

const managed = 'arn:aws:network-firewall:eu-west-1:aws-managed:stateful-rulegroup/Botnets';

checkSuite(check, policy, [
  {
    when: 'it has a group of its own',
    given: {},
    along: { groups: [group] },
    expect: 'pass',
    message:
      /1 stateful and 0 stateless rule groups; 2 rules of its own groups drop or reject, and the rest is dropped$/,
  },
  { when: 'it has none', given: policyWith({ stateful: [] }), along: { groups: [group] }, expect: 'fail' },
  {
    when: 'it has a stateless one',
    given: policyWith({ stateful: [], stateless: ['arn'] }),
    expect: 'pass',
    message: /1 stateless rule groups$/,
  },
  {
    when: 'AWS’s group only alerts',
    given: policyWith({ stateful: [{ arn: managed, override: 'DROP_TO_ALERT' }], otherwise: [] }),
    expect: 'pass',
    message: /0 rules of its own groups drop or reject, 1 of others, 1 made to alert only, and the rest is passed$/,
  },
  {
    when: 'rule groups could not be read',
    given: {},
    unreadAlong: { groups: { actions: ['network-firewall:DescribeRuleGroup'], cause: 'denied' } },
    expect: 'pass',
    message: /; whether their rules stop anything was not read: denied/,
  },
  { when: 'it is another account’s', ...shared },
]);
