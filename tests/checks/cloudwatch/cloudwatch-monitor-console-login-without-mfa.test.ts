import check from '../../../checks/cloudwatch/cloudwatch-monitor-console-login-without-mfa.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { chainCases, chainWith, filterOf, theAccount } from './chain.ts';

checkSuite(check, theAccount, [
  ...chainCases('console-login-without-mfa'),
  {
    when: 'federated users are counted too',
    along: chainWith([filterOf('{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") }')]),
    expect: 'pass',
  },
  {
    when: 'failed sign-ins are counted instead',
    along: chainWith([
      filterOf(
        '{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") && ($.responseElements.ConsoleLogin = "Failure") }',
      ),
    ]),
    expect: 'fail',
    message: /matches all of them/,
  },
]);
