import check from '../../../checks/wafv2/wafv2-web-acl-core-rule-set-used.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { acl, core, details, managed, rule } from './acl.ts';

checkSuite(check, acl, [
  { when: 'it is in force', given: {}, expect: 'pass' },
  { when: 'Firewall Manager put it last', given: details([{ ...core, place: 'last' }]), expect: 'pass' },
  {
    when: 'it only counts',
    given: details([managed('AWSManagedRulesCommonRuleSet', 'count')]),
    expect: 'fail',
    message: /only counts/,
  },
  {
    when: 'it counts first and is in force later',
    given: details([managed('AWSManagedRulesCommonRuleSet', 'count'), core]),
    expect: 'pass',
  },
  { when: 'there are no rules', given: details([]), expect: 'fail', message: /no managed groups/ },
  {
    when: 'there are other groups',
    given: details([managed('AWSManagedRulesSQLiRuleSet'), rule('own', 'block')]),
    expect: 'fail',
    message: /AWSManagedRulesSQLiRuleSet/,
  },
  {
    when: 'another vendor has a group of that name',
    given: details([
      { ...core, managed: { vendor: 'Somebody', name: 'AWSManagedRulesCommonRuleSet', version: undefined } },
    ]),
    expect: 'fail',
  },
  {
    when: 'AWS does not say whether it counts',
    given: details([{ ...core, override: undefined }]),
    expect: 'unknown',
  },
]);
