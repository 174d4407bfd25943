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
  id: 'cloudtrail-multi-region-trail-enabled',
  title: 'A trail for all regions is logging',
  resource: accountSettings,
  along: { trails: trailsWithStatus, shadows },
  risk: 'What is done in a region without a trail leaves no durable record. Intruders prefer regions nobody uses for exactly that reason.',
  fix: {
    text: 'Create a trail for all regions and start logging, or turn an existing trail into one for all regions.',
    exact: ({ account }, { along: { trails } }) => letTrailLog(trails, account, true),
  },
  references: ['https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-multi-region-trails.html'],
  evaluate(_account, { along: { trails, shadows: seen }, regions }) {
    const multi = trails.filter(({ multiRegion }) => multiRegion);
    const active = multi.find(isLogging);
    if (active !== undefined)
      return pass(`The account has multi-region trail ${active.name}, and it is logging`, { trail: active.arn });
    const unread = unreadTrail(seen, regions);
    if (unread !== undefined) return unread;
    const [stopped] = multi;
    return stopped === undefined
      ? fail('The account has no trail that covers every region', { trails: trails.map(({ arn }) => arn) })
      : fail(`The account has multi-region trail ${stopped.name}, but ${notLogging(stopped)}`, {
          trail: stopped.arn,
          status: stopped.status,
        });
  },
});
