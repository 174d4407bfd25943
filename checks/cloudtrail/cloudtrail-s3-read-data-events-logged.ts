import { defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { accountSettings } from '../../src/services/account/account.ts';
import {
  isLogging,
  logsS3Objects,
  shadows,
  trailsWithSelectors,
  unreadTrail,
} from '../../src/judgements/logs/trail-coverage.ts';

import {
  letTrailLog,
  managementSelector,
  objectSelector,
  selectEvents,
} from '../../src/judgements/logs/trail-fixes.ts';

export default defineCheck({
  id: 'cloudtrail-s3-read-data-events-logged',
  title: 'A multi-region trail logs read events of the objects in all buckets',
  resource: accountSettings,
  along: { trails: trailsWithSelectors, shadows },
  risk: 'Without read data events nobody can tell which objects were downloaded, so after a leak every object must be presumed lost.',
  fix: {
    text: 'Add S3 data events of all current and future buckets to a multi-region trail. They are charged by number.',
    exact: ({ account }, { along: { trails } }) =>
      trails.some((trail) => trail.multiRegion && isLogging(trail))
        ? selectEvents(trails, account, [managementSelector, objectSelector('read')])
        : letTrailLog(trails, account, true),
  },
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-cloudtrail-logging-for-s3.html',
  ],
  evaluate({ partition }, { along: { trails, shadows: seen }, regions }) {
    const active = trails
      .filter((trail) => trail.multiRegion && isLogging(trail))
      .map(({ name, arn, selectors }) => ({ name, arn, logged: logsS3Objects(selectors, 'read', partition) }));
    const whole = active.find(({ logged }) => logged === true);
    if (whole !== undefined)
      return pass(`The account has trail ${whole.name}, which logs read events of every S3 object`, {
        trail: whole.arn,
      });
    const undecided = active.find(({ logged }) => logged === undefined);
    if (undecided !== undefined)
      return unknown(`the event selectors of trail ${undecided.name} are too many to be compared`);
    const unread = unreadTrail(seen, regions);
    if (unread !== undefined) return unread;
    return fail('The account has no multi-region trail that logs read events of the objects in all buckets', {
      trails: active.map(({ arn }) => arn),
    });
  },
});
