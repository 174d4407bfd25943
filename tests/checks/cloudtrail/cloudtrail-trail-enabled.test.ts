import check from '../../../checks/cloudtrail/cloudtrail-trail-enabled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { failing, foreign, goodTrail, oneRegion, stopped, theAccount, unreadShadow } from './trails.ts';

checkSuite(check, theAccount, [
  {
    when: 'a trail is logging',
    along: { trails: [stopped, oneRegion] },
    expect: 'pass',
    message: /trail main in eu-west-1/,
  },
  { when: 'the trail is that of the organization', along: { trails: [foreign] }, expect: 'pass' },
  { when: 'there is no trail', along: {}, expect: 'fail', message: /has no trail/ },
  {
    when: 'the only trail is stopped',
    along: { trails: [stopped] },
    expect: 'fail',
    message: /trail main, but it is not logging/,
  },
  {
    when: 'all trails are stopped',
    along: { trails: [stopped, { ...stopped, id: 'second' }] },
    expect: 'fail',
    message: /2 trails/,
  },
  {
    when: 'the last log files of the only trail did not arrive',
    along: { trails: [failing] },
    expect: 'fail',
    message: /main, but its last delivery of log files failed \(AccessDenied\)/,
  },
  { when: 'one of two trails delivers', along: { trails: [failing, goodTrail] }, expect: 'pass' },
  { when: 'a trail lives outside the run', along: { shadows: [unreadShadow] }, expect: 'unknown' },
]);
