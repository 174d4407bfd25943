import check from '../../../checks/cloudtrail/cloudtrail-multi-region-management-events-logged.ts';
import { eventSelectorsOf } from '../../../src/services/cloudtrail/event-selectors.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { failing, goodTrail, oneRegion, stopped, theAccount, unreadShadow } from './trails.ts';

const withSelectors = (selector: NonNullable<Parameters<typeof eventSelectorsOf>[0]['EventSelectors']>[number]) => ({
  ...goodTrail,
  selectors: eventSelectorsOf({ EventSelectors: [selector] }),
});
const writesOnly = withSelectors({ ReadWriteType: 'WriteOnly' });
const withoutKms = withSelectors({ ExcludeManagementEventSources: ['kms.amazonaws.com'] });

checkSuite(check, theAccount, [
  {
    when: 'a multi-region trail logs everything',
    along: { trails: [writesOnly, goodTrail] },
    expect: 'pass',
    message: /logs all management events/,
  },
  {
    when: 'only writes are logged',
    along: { trails: [writesOnly] },
    expect: 'fail',
    message: /leaves out read events/,
  },
  {
    when: 'KMS is excluded',
    along: { trails: [withoutKms] },
    expect: 'fail',
    message: /read events of kms\.amazonaws\.com/,
  },
  {
    when: 'only data events are logged',
    along: { trails: [withSelectors({ IncludeManagementEvents: false })] },
    expect: 'fail',
    message: /leaves out/,
  },
  {
    when: 'the trail is stopped',
    along: { trails: [stopped] },
    expect: 'fail',
    message: /trail main, but it is not logging/,
  },
  {
    when: 'the trail cannot deliver',
    along: { trails: [failing] },
    expect: 'fail',
    message: /AccessDenied/,
  },
  {
    when: 'the trail covers one region',
    along: { trails: [oneRegion] },
    expect: 'fail',
    message: /no multi-region trail/,
  },
  { when: 'there is no trail', along: {}, expect: 'fail' },
  {
    when: 'a trail outside the run could be the one',
    along: { trails: [writesOnly], shadows: [unreadShadow] },
    expect: 'unknown',
    message: /ap-south-2/,
  },
]);
