import check from '../../../checks/cloudwatch/cloudwatch-monitor-config-changes.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { chainCases, chainWith, filterOf, theAccount } from './chain.ts';

checkSuite(check, theAccount, [
  ...chainCases('config-changes'),
  {
    when: 'every event of AWS Config is counted',
    along: chainWith([filterOf('{ $.eventSource = "config.amazonaws.com" }')]),
    expect: 'pass',
  },
  {
    when: 'deleted delivery channels are left out',
    along: chainWith([
      filterOf(
        '{ ($.eventSource = config.amazonaws.com) && (($.eventName=StopConfigurationRecorder)||($.eventName=PutDeliveryChannel)||($.eventName=PutConfigurationRecorder)) }',
      ),
    ]),
    expect: 'fail',
    message: /matches all of them/,
  },
]);
