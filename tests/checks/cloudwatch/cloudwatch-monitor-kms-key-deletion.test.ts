import check from '../../../checks/cloudwatch/cloudwatch-monitor-kms-key-deletion.ts';
import { eventSelectorsOf } from '../../../src/services/cloudtrail/event-selectors.ts';
import { monitoredEvents } from '../../../src/judgements/logs/cis-filters.ts';
import { goodTrail } from '../cloudtrail/trails.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { chainCases, chainWith, filterOf, theAccount } from './chain.ts';

checkSuite(check, theAccount, [
  ...chainCases('kms-key-deletion'),
  {
    when: 'the names are joined the other way round',
    along: chainWith([
      filterOf(
        '{ (($.eventName = ScheduleKeyDeletion) || ($.eventName = DisableKey)) && ($.eventSource = kms.amazonaws.com) }',
      ),
    ]),
    expect: 'pass',
  },
  {
    when: 'the names are joined by and',
    along: chainWith([
      filterOf(
        '{ ($.eventSource = kms.amazonaws.com) && ($.eventName = ScheduleKeyDeletion) && ($.eventName = DisableKey) }',
      ),
    ]),
    expect: 'fail',
    message: /matches all of them/,
  },
  {
    when: 'the trail leaves out events of KMS',
    along: chainWith([filterOf(monitoredEvents['kms-key-deletion'].pattern)], {
      trails: [
        {
          ...goodTrail,
          selectors: eventSelectorsOf({ EventSelectors: [{ ExcludeManagementEventSources: ['kms.amazonaws.com'] }] }),
        },
      ],
    }),
    expect: 'fail',
  },
]);
