import check from '../../../checks/wafv2/wafv2-web-acl-allow-rules-after-managed-rules.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { acl, core, details, foreignGroup, group, groups, managed, rule } from './acl.ts';

const allow = rule('office', 'allow');

checkSuite(check, acl, [
  { when: 'nothing is allowed', given: {}, expect: 'pass' },
  { when: 'there are no managed groups', given: details([allow]), expect: 'not-applicable' },
  { when: 'there are no rules', given: details([]), expect: 'not-applicable' },
  {
    when: 'an address is allowed first',
    given: details([allow, core]),
    expect: 'fail',
    message: /allows by office before AWS\/AWSManagedRulesCommonRuleSet is asked/,
  },
  { when: 'it is allowed afterwards', given: details([core, allow]), expect: 'pass' },
  {
    when: 'it is allowed between two groups',
    given: details([core, allow, managed('AWSManagedRulesSQLiRuleSet')]),
    expect: 'fail',
  },
  {
    when: 'it is blocked or counted first',
    given: details([rule('a', 'block'), rule('b', 'count'), core]),
    expect: 'pass',
  },
  { when: 'the managed group only counts and labels', given: details([allow, managed('X', 'count')]), expect: 'fail' },
  {
    when: 'Firewall Manager asks its managed group last',
    given: details([allow, { ...core, place: 'last' }]),
    expect: 'fail',
  },
  {
    when: 'its own group allows',
    given: { ...details([group(), core]), ...groups(allow) },
    expect: 'fail',
    message: /office of partners/,
  },
  {
    when: 'its own group allows and only counts here',
    given: { ...details([group('count'), core]), ...groups(allow) },
    expect: 'pass',
  },
  {
    when: 'what its own group allows is counted here',
    given: {
      ...details([group('none', { overridden: [{ name: 'office', action: 'count' }] }), core]),
      ...groups(allow),
    },
    expect: 'pass',
  },
  {
    when: 'a rule of a managed group is made to allow',
    given: details([managed('Bots', 'none', { overridden: [{ name: 'known', action: 'allow' }] }), core]),
    expect: 'fail',
    message: /known of AWS\/Bots/,
  },
  {
    when: 'another account’s group comes first',
    given: details([group('none', { group: foreignGroup }), core]),
    expect: 'unknown',
  },
  {
    when: 'another account’s group comes last',
    given: details([core, group('none', { group: foreignGroup })]),
    expect: 'pass',
  },
  { when: 'a rule does what is not known yet', given: details([rule('new', undefined), core]), expect: 'unknown' },
  {
    when: 'a group first is not said to count',
    given: details([{ ...group(), override: undefined }, core]),
    expect: 'unknown',
  },
]);
