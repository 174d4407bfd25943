import check from '../../../checks/cloudwatch/cloudwatch-monitor-network-gateway-changes.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { chainCases, chainWith, filterOf, theAccount } from './chain.ts';

checkSuite(check, theAccount, [
  ...chainCases('network-gateway-changes'),
  { when: 'every gateway is counted', along: chainWith([filterOf('{ $.eventName = *Gateway }')]), expect: 'pass' },
  {
    when: 'customer gateways are left out',
    along: chainWith([filterOf('{ $.eventName = *InternetGateway }')]),
    expect: 'fail',
    message: /matches all of them/,
  },
]);
