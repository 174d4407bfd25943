import check from '../../../checks/cloudwatch/cloudwatch-monitor-security-group-changes.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { chainCases, chainWith, filterOf, theAccount } from './chain.ts';

checkSuite(check, theAccount, [
  ...chainCases('security-group-changes'),
  {
    when: 'every name with SecurityGroup is counted',
    along: chainWith([
      filterOf(
        '{ $.eventName = "*SecurityGroup" || $.eventName = "*SecurityGroupIngress" || $.eventName = "*SecurityGroupEgress" }',
      ),
    ]),
    expect: 'pass',
  },
  {
    when: 'outgoing rules are left out',
    along: chainWith([
      filterOf(
        '{ ($.eventName = AuthorizeSecurityGroupIngress) || ($.eventName = RevokeSecurityGroupIngress) || ($.eventName = CreateSecurityGroup) || ($.eventName = DeleteSecurityGroup) }',
      ),
    ]),
    expect: 'fail',
    message: /matches all of them/,
  },
]);
