import check from '../../../checks/cloudtrail/cloudtrail-s3-write-data-events-logged.ts';
import { eventSelectorsOf } from '../../../src/services/cloudtrail/event-selectors.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { failing, goodTrail, theAccount, unreadShadow } from './trails.ts';

const trailFor = (ReadWriteType: 'All' | 'ReadOnly' | 'WriteOnly', prefix: string) => ({
  ...goodTrail,
  selectors: eventSelectorsOf({
    EventSelectors: [{ ReadWriteType, DataResources: [{ Type: 'AWS::S3::Object', Values: [prefix] }] }],
  }),
});
const all = trailFor('All', 'arn:aws:s3');

checkSuite(check, theAccount, [
  {
    when: 'all events of all buckets are logged',
    along: { trails: [goodTrail, all] },
    expect: 'pass',
    message: /every S3 object/,
  },
  {
    when: 'writes of all buckets are logged',
    along: { trails: [trailFor('WriteOnly', 'arn:aws:s3:::')] },
    expect: 'pass',
  },
  { when: 'only the other kind is logged', along: { trails: [trailFor('ReadOnly', 'arn:aws:s3')] }, expect: 'fail' },
  {
    when: 'one bucket is logged',
    along: { trails: [trailFor('All', 'arn:aws:s3:::one/')] },
    expect: 'fail',
    message: /objects in all buckets/,
  },
  { when: 'the trail covers one region', along: { trails: [{ ...all, multiRegion: false }] }, expect: 'fail' },
  {
    when: 'the trail is stopped',
    along: { trails: [{ ...all, status: { ...all.status, logging: false } }] },
    expect: 'fail',
  },
  {
    when: 'the trail cannot deliver',
    along: { trails: [{ ...all, status: failing.status }] },
    expect: 'fail',
  },
  { when: 'no data events are logged', along: { trails: [goodTrail] }, expect: 'fail' },
  { when: 'there is no trail', along: {}, expect: 'fail' },
  { when: 'a trail outside the run could be the one', along: { shadows: [unreadShadow] }, expect: 'unknown' },
]);
