import { defineCheck, fail, pass } from '../../src/engine/check.ts';
import { accountSettings } from '../../src/services/account/account.ts';
import {
  isLogging,
  notLogging,
  shadows,
  trailsWithStatus,
  unreadTrail,
} from '../../src/judgements/logs/trail-coverage.ts';

import { letTrailLog } from '../../src/judgements/logs/trail-fixes.ts';

export default defineCheck({
  id: 'cloudtrail-trail-enabled',
  title: 'At least one trail is logging',
  resource: accountSettings,
  along: { trails: trailsWithStatus, shadows },
  risk: 'Without a trail the only record of API activity is the event history, which holds 90 days of management events and cannot be alarmed on.',
  fix: {
    text: 'Create a trail and start logging; one for all regions serves most accounts best.',
    exact: ({ account }, { along: { trails } }) => letTrailLog(trails, account, false),
  },
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-create-and-update-a-trail.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudtrail-controls.html',
  ],
  evaluate(_account, { along: { trails, shadows: seen }, regions }) {
    const active = trails.find(isLogging);
    if (active !== undefined)
      return pass(`The account has trail ${active.name} in ${active.region}, and it is logging`, { trail: active.arn });
    const unread = unreadTrail(seen, regions);
    if (unread !== undefined) return unread;
    const [first] = trails;
    if (first === undefined) return fail('The account has no trail in the regions of this run', { regions });
    return fail(
      trails.length === 1
        ? `The account has trail ${first.name}, but ${notLogging(first)}`
        : `The account has ${trails.length} trails, but none is logging: of ${first.name}, ${notLogging(first)}`,
      { trails: trails.map(({ arn }) => arn) },
    );
  },
});
