import check from '../../../checks/wafv2/wafv2-ip-set-not-overly-permissive.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import type { WafRule } from '../../../src/services/wafv2/rules.ts';
import { acl, details, group, groups, managed, rule } from './acl.ts';

const arn = 'arn:aws:wafv2:eu-west-1:111122223333:regional/ipset/wide/c1';
const set = { id: 'c1', name: 'wide', arn, scope: 'REGIONAL' as const, addresses: ['0.0.0.0/1', '128.0.0.0/1'] };
const asks = (negated = false) => ({ ipSets: [{ arn, negated }] });
const used = (...rules: readonly WafRule[]) => ({ along: { acls: [{ ...acl, ...details(rules) }] } });

checkSuite(check, set, [
  { when: 'two halves are everybody', given: {}, expect: 'fail', message: /0\.0\.0\.0\/1, 128\.0\.0\.0\/1/ },
  { when: 'one half is', given: { addresses: ['128.0.0.0/1'] }, expect: 'fail' },
  { when: 'a network as wide as a holder has is in it', given: { addresses: ['3.0.0.0/8'] }, expect: 'fail' },
  { when: 'many networks are as wide together', given: { addresses: ['3.0.0.0/9', '3.128.0.0/9'] }, expect: 'fail' },
  {
    when: 'the setting is wider',
    given: { addresses: ['3.0.0.0/8'] },
    settings: { openIpv4Prefix: 7 },
    expect: 'pass',
  },
  { when: 'half of IPv6 is in it', given: { addresses: ['2000::/4'] }, expect: 'fail' },
  { when: 'the networks are an office’s', given: { addresses: ['198.51.100.0/24'] }, expect: 'pass' },
  { when: 'the networks are private', given: { addresses: ['10.0.0.0/8', '192.168.0.0/16'] }, expect: 'pass' },
  { when: 'a provider’s IPv6 network is not in it', given: { addresses: ['2001:db8:1::/48'] }, expect: 'pass' },
  {
    when: 'the web ACLs could not be read, and it is no matter',
    given: { addresses: ['198.51.100.0/24'] },
    unreadAlong: { acls: { actions: ['wafv2:GetWebACL'], cause: 'denied' } },
    expect: 'pass',
  },
  { when: 'it is empty', given: { addresses: [] }, expect: 'not-applicable' },
  { when: 'a rule allows it', ...used(rule('in', 'allow', asks())), expect: 'fail' },
  {
    when: 'a rule blocks it',
    ...used(rule('out', 'block', asks())),
    expect: 'pass',
    message: /only stop who is in it/,
  },
  { when: 'a rule blocks who is not in it', ...used(rule('out', 'block', asks(true))), expect: 'fail' },
  { when: 'a rule allows who is not in it', ...used(rule('in', 'allow', asks(true))), expect: 'pass' },
  { when: 'a rule counts it', ...used(rule('label', 'count', asks())), expect: 'fail' },
  {
    when: 'one rule blocks it and one allows it',
    ...used(rule('a', 'block', asks()), rule('b', 'allow', asks())),
    expect: 'fail',
  },
  { when: 'it is exempt from a managed group', ...used(managed('Core', 'none', asks(true))), expect: 'fail' },
  {
    when: 'a rule group allows it',
    along: { acls: [{ ...acl, ...details([group()]), ...groups(rule('in', 'allow', asks())) }] },
    expect: 'fail',
  },
  {
    when: 'the web ACLs could not be read',
    unreadAlong: { acls: { actions: ['wafv2:GetWebACL'], cause: 'denied' } },
    expect: 'unknown',
  },
]);
