import check from '../../../checks/cloudwatch/cloudwatch-monitor-cloudtrail-changes.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { chainCases, chainWith, filterOf, theAccount } from './chain.ts';

checkSuite(check, theAccount, [
  ...chainCases('cloudtrail-changes'),
  {
    when: 'the pattern names the source',
    along: chainWith([
      filterOf(
        '{ ($.eventSource = cloudtrail.amazonaws.com) && (($.eventName = CreateTrail) || ($.eventName = UpdateTrail) || ($.eventName = DeleteTrail) || ($.eventName = StartLogging) || ($.eventName = StopLogging)) }',
      ),
    ]),
    expect: 'pass',
  },
  {
    when: 'StopLogging is left out',
    along: chainWith([
      filterOf(
        '{ ($.eventName = CreateTrail) || ($.eventName = UpdateTrail) || ($.eventName = DeleteTrail) || ($.eventName = StartLogging) }',
      ),
    ]),
    expect: 'fail',
    message: /matches all of them/,
  },
]);
