import check from '../../../checks/cloudtrail/cloudtrail-multi-region-trail-enabled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { failing, goodTrail, oneRegion, readShadow, stopped, theAccount, unreadShadow } from './trails.ts';

checkSuite(check, theAccount, [
  {
    when: 'a multi-region trail is logging',
    along: { trails: [oneRegion, goodTrail], shadows: [readShadow] },
    expect: 'pass',
    message: /trail main/,
  },
  {
    when: 'the trail is found although another was not read',
    along: { trails: [goodTrail], shadows: [unreadShadow] },
    expect: 'pass',
  },
  { when: 'there is no trail', along: {}, expect: 'fail', message: /no trail that covers every region/ },
  {
    when: 'trails cover one region only',
    along: { trails: [oneRegion] },
    expect: 'fail',
    message: /no trail that covers every region/,
  },
  {
    when: 'the multi-region trail was stopped',
    along: { trails: [stopped], shadows: [readShadow] },
    expect: 'fail',
    message: /main, but it is not logging/,
  },
  {
    when: 'the multi-region trail cannot deliver',
    along: { trails: [failing, oneRegion] },
    expect: 'fail',
    message: /main, but its last delivery of log files failed/,
  },
  {
    when: 'a multi-region trail lives in a region outside the run',
    along: { trails: [oneRegion], shadows: [unreadShadow] },
    expect: 'unknown',
    message: /far .*ap-south-2/,
  },
]);
