import check from '../../../checks/wafv2/wafv2-web-acl-rule-metrics-enabled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { acl, core, details, group, groups, rule } from './acl.ts';

checkSuite(check, acl, [
  { when: 'all send metrics', given: {}, expect: 'pass' },
  {
    when: 'a rule sends none',
    given: details([core, rule('quiet', 'block', { metrics: false })]),
    expect: 'fail',
    message: /no metrics of quiet/,
  },
  {
    when: 'the web ACL sends none',
    given: details([core], { metrics: false }),
    expect: 'fail',
    message: /the web ACL itself/,
  },
  { when: 'it has no rules', given: details([]), expect: 'not-applicable' },
  {
    when: 'a rule of its group sends none',
    given: { ...details([group()]), ...groups(rule('inner', 'block', { metrics: false })) },
    expect: 'fail',
    message: /inner of partners/,
  },
  {
    when: 'AWS does not say it of a rule',
    given: details([rule('r', 'block', { metrics: undefined })]),
    expect: 'unknown',
  },
  { when: 'AWS does not say it of the web ACL', given: details([core], { metrics: undefined }), expect: 'unknown' },
]);
