import check from '../../../checks/cloudwatch/cloudwatch-monitor-unauthorized-api-calls.ts';
import { eventSelectorsOf } from '../../../src/services/cloudtrail/event-selectors.ts';
import { monitoredEvents } from '../../../src/judgements/logs/cis-filters.ts';
import { goodTrail } from '../cloudtrail/trails.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { chainCases, chainWith, filterOf, theAccount } from './chain.ts';

checkSuite(check, theAccount, [
  ...chainCases('unauthorized-api-calls'),
  {
    when: 'the denials of log delivery are left out',
    along: chainWith([
      filterOf(
        '{ (($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*")) && ($.sourceIPAddress != "delivery.logs.amazonaws.com") && ($.eventName != "HeadBucket") }',
      ),
    ]),
    expect: 'pass',
  },
  {
    when: "only EC2's denials are counted",
    along: chainWith([filterOf('{ $.errorCode = "*UnauthorizedOperation" }')]),
    expect: 'fail',
    message: /matches all of them/,
  },
  {
    when: 'the trail logs writes only',
    along: chainWith([filterOf(monitoredEvents['unauthorized-api-calls'].pattern)], {
      trails: [{ ...goodTrail, selectors: eventSelectorsOf({ EventSelectors: [{ ReadWriteType: 'WriteOnly' }] }) }],
    }),
    expect: 'fail',
    message: /no multi-region trail logs such events/,
  },
]);
