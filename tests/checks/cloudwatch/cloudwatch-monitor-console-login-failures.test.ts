import check from '../../../checks/cloudwatch/cloudwatch-monitor-console-login-failures.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { chainCases, chainWith, filterOf, theAccount } from './chain.ts';

checkSuite(check, theAccount, [
  ...chainCases('console-login-failures'),
  {
    when: 'every console sign-in with an error is counted',
    along: chainWith([filterOf('{ $.eventName = ConsoleLogin && $.errorMessage EXISTS }')]),
    expect: 'pass',
  },
  {
    when: 'only failures of one user are counted',
    along: chainWith([
      filterOf(
        '{ ($.eventName = ConsoleLogin) && ($.errorMessage = "Failed authentication") && ($.userIdentity.userName = "bob") }',
      ),
    ]),
    expect: 'fail',
    message: /matches all of them/,
  },
]);
