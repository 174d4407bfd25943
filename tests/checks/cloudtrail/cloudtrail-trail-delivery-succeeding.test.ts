import check from '../../../checks/cloudtrail/cloudtrail-trail-delivery-succeeding.ts';
import { eventSelectorsOf } from '../../../src/services/cloudtrail/event-selectors.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { foreign, goodTrail } from './trails.ts';

const status = (more: object) => ({ status: { ...goodTrail.status, ...more } });
const never = { latestDeliveryAt: undefined };

checkSuite(check, goodTrail, [
  { when: 'files were delivered', expect: 'pass' },
  {
    when: 'the last delivery failed',
    given: status({ latestDeliveryError: 'NoSuchBucket' }),
    expect: 'fail',
    message: /NoSuchBucket/,
  },
  { when: 'none ever succeeded', given: status({ ...never, latestDeliveryError: 'AccessDenied' }), expect: 'fail' },
  {
    when: 'it has been on for days and delivered nothing',
    given: status({ ...never, startedAt: '2026-05-28T00:00:00.000Z' }),
    expect: 'fail',
    message: /no log file .* since it was turned on/,
  },
  {
    when: 'it logs data events alone, and delivered nothing for days',
    given: {
      ...status({ ...never, startedAt: '2026-05-28T00:00:00.000Z' }),
      selectors: eventSelectorsOf({
        AdvancedEventSelectors: [{ FieldSelectors: [{ Field: 'eventCategory', Equals: ['Data'] }] }],
      }),
    },
    expect: 'unknown',
    message: /there may have been no event/,
  },
  {
    when: 'it is of one region, and delivered nothing for days',
    given: { ...status({ ...never, startedAt: '2026-05-28T00:00:00.000Z' }), multiRegion: false },
    expect: 'unknown',
  },
  {
    when: 'the last delivery was before it was turned on',
    given: status({ latestDeliveryAt: '2026-01-01T00:00:00.000Z', startedAt: '2026-05-31T23:00:00.000Z' }),
    expect: 'unknown',
    message: /yet: it was turned on/,
  },
  {
    when: 'it was just turned on',
    given: status({ ...never, startedAt: '2026-05-31T23:58:00.000Z' }),
    expect: 'unknown',
    message: /yet: it was turned on/,
  },
  {
    when: 'AWS does not say when it was turned on',
    given: status({ ...never, startedAt: undefined }),
    expect: 'unknown',
  },
  {
    when: 'it is off',
    given: status({ logging: false, latestDeliveryError: 'NoSuchBucket' }),
    expect: 'not-applicable',
  },
  { when: 'the trail belongs to another account', given: foreign, expect: 'not-applicable' },
]);
