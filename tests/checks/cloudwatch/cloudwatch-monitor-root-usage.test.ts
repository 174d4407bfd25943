import check from '../../../checks/cloudwatch/cloudwatch-monitor-root-usage.ts';
import { eventSelectorsOf } from '../../../src/services/cloudtrail/event-selectors.ts';
import { monitoredEvents } from '../../../src/judgements/logs/cis-filters.ts';
import { goodTrail } from '../cloudtrail/trails.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { chainCases, chainWith, filterOf, theAccount } from './chain.ts';

checkSuite(check, theAccount, [
  ...chainCases('root-usage'),
  {
    when: 'service events are counted too',
    along: chainWith([filterOf('{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS }')]),
    expect: 'pass',
  },
  {
    when: 'only console sign-ins of the root user are counted',
    along: chainWith([filterOf('{ $.userIdentity.type = "Root" && $.eventName = "ConsoleLogin" }')]),
    expect: 'fail',
    message: /matches all of them/,
  },
  {
    when: 'the trail logs writes only',
    along: chainWith([filterOf(monitoredEvents['root-usage'].pattern)], {
      trails: [{ ...goodTrail, selectors: eventSelectorsOf({ EventSelectors: [{ ReadWriteType: 'WriteOnly' }] }) }],
    }),
    expect: 'fail',
    message: /no multi-region trail logs such events/,
  },
  {
    when: 'the account is in China, which has no root user',
    given: { partition: 'aws-cn' },
    expect: 'not-applicable',
    message: /China regions/,
  },
  {
    when: 'nothing watches the root user of a GovCloud account, who has access keys',
    given: { partition: 'aws-us-gov' },
    expect: 'fail',
  },
]);
