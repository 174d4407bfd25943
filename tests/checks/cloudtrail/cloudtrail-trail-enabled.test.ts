import check from '../../../checks/cloudtrail/cloudtrail-trail-enabled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { foreign, oneRegion, stopped, theAccount, unreadShadow } from './trails.ts';

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
    message: /a trail, but none is logging/,
  },
  {
    when: 'all trails are stopped',
    along: { trails: [stopped, { ...stopped, id: 'second' }] },
    expect: 'fail',
    message: /2 trails/,
  },
  { when: 'a trail lives outside the run', along: { shadows: [unreadShadow] }, expect: 'unknown' },
]);
