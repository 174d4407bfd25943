import check from '../../../checks/wafv2/wafv2-web-acl-rate-based-rule-present.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { acl, core, details, foreignGroup, group, groups, rule } from './acl.ts';

const limit = (action: Parameters<typeof rule>[1]) => rule('flood', action, { rateBased: true });
const other = rule('office', 'allow', { rateBased: false });
const given = (...rules: Parameters<typeof details>[0]) => ({ ...details(rules), groups: {} });

checkSuite(check, { ...acl, ...given(limit('block')) }, [
  { when: 'it blocks who sends too much', expect: 'pass', message: /flood/ },
  { when: 'it asks who sends too much to prove himself', given: given(limit('challenge')), expect: 'pass' },
  { when: 'it only counts', given: given(limit('count')), expect: 'fail', message: /only counts/ },
  { when: 'it has other rules only', given: given(core, other), expect: 'fail', message: /no rate-based rule/ },
  { when: 'it has no rules', given: given(), expect: 'fail' },
  { when: 'a rule has an action of tomorrow', given: given(limit(undefined)), expect: 'unknown' },
  { when: 'an earlier version did not keep what it is', given: given(rule('flood', 'block')), expect: 'unknown' },
  { when: 'a group of the account limits', given: { ...given(group()), ...groups(limit('block')) }, expect: 'pass' },
  {
    when: 'a group of the account is made to count',
    given: { ...given(group('count')), ...groups(limit('block')) },
    expect: 'fail',
  },
  {
    when: 'a group is of another account',
    given: given(group('none', { group: foreignGroup })),
    expect: 'unknown',
    message: /other accounts/,
  },
]);
