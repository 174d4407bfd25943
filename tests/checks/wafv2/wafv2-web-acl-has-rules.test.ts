import check from '../../../checks/wafv2/wafv2-web-acl-has-rules.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { acl, core, details, foreignGroup, group, groups, managed, rule } from './acl.ts';

checkSuite(check, acl, [
  { when: 'a managed group is in force', given: {}, expect: 'pass', message: /has 1 rule, with some that stop/ },
  { when: 'there is no rule', given: details([]), expect: 'fail', message: /lets every request through/ },
  {
    when: 'there is no rule and everything is blocked',
    given: details([], { default: 'block' }),
    expect: 'fail',
    message: /blocks every request/,
  },
  { when: 'there is no rule and no default', given: details([], { default: undefined }), expect: 'fail' },
  { when: 'a rule blocks', given: details([rule('bad', 'block')]), expect: 'pass' },
  { when: 'a rule asks for a puzzle', given: details([rule('bad', 'captcha')]), expect: 'pass' },
  { when: 'a rule challenges', given: details([rule('bad', 'challenge')]), expect: 'pass' },
  {
    when: 'rules only count',
    given: details([rule('bad', 'count'), managed('AWSManagedRulesCommonRuleSet', 'count')]),
    expect: 'fail',
    message: /has 2 rules that only count or allow/,
  },
  { when: 'rules only allow what is allowed anyway', given: details([rule('all', 'allow')]), expect: 'fail' },
  {
    when: 'rules allow what is blocked otherwise',
    given: details([rule('office', 'allow')], { default: 'block' }),
    expect: 'pass',
    message: /blocks what none of them allows/,
  },
  { when: 'a rule does what is not known yet', given: details([rule('new', undefined)]), expect: 'unknown' },
  {
    when: 'AWS does not say whether a group counts',
    given: details([{ ...core, override: undefined }]),
    expect: 'unknown',
  },
  { when: 'its own group is empty', given: { ...details([group()]), ...groups() }, expect: 'fail' },
  { when: 'its own group blocks', given: { ...details([group()]), ...groups(rule('in', 'block')) }, expect: 'pass' },
  {
    when: 'its own group blocks, and only counts here',
    given: { ...details([group('count')]), ...groups(rule('in', 'block')) },
    expect: 'fail',
  },
  {
    when: 'what its own group blocks is counted here',
    given: {
      ...details([group('none', { overridden: [{ name: 'in', action: 'count' }] })]),
      ...groups(rule('in', 'block')),
    },
    expect: 'fail',
  },
  {
    when: 'the group of Firewall Manager is of another account',
    given: details([group('none', { group: foreignGroup, place: 'first' })]),
    expect: 'pass',
  },
  { when: 'there is more than one', given: details([rule('a', 'count'), core]), expect: 'pass' },
]);
