import { defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { accountSettings } from '../../src/services/account/account.ts';
import {
  isLogging,
  managementEvents,
  shadows,
  trailsWithSelectors,
  unreadTrail,
  notLogging,
} from '../../src/judgements/logs/trail-coverage.ts';

import { letTrailLog, managementSelector, selectEvents } from '../../src/judgements/logs/trail-fixes.ts';

export default defineCheck({
  id: 'cloudtrail-multi-region-management-events-logged',
  title: 'A multi-region trail logs all management events, read and write',
  resource: accountSettings,
  along: { trails: trailsWithSelectors, shadows },
  risk: 'Management events show who changed what in the account. Those that are left out, of a kind or of a service, cannot be investigated or alarmed on.',
  fix: {
    text: 'Let a multi-region trail log read and write management events without excluding event sources such as AWS KMS or the RDS Data API.',
    exact: ({ account }, { along: { trails } }) =>
      trails.some((trail) => trail.multiRegion && isLogging(trail))
        ? selectEvents(trails, account, [managementSelector])
        : letTrailLog(trails, account, true),
  },
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-management-events-with-cloudtrail.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudtrail-controls.html',
  ],
  evaluate(_account, { along: { trails, shadows: seen }, regions }) {
    const active = trails
      .filter((trail) => trail.multiRegion && isLogging(trail))
      .map(({ name, arn, selectors }) => ({ name, arn, events: managementEvents(selectors) }));
    const whole = active.find(({ events }) => events === 'all');
    if (whole !== undefined)
      return pass(`The account has multi-region trail ${whole.name}, which logs all management events`, {
        trail: whole.arn,
      });
    const undecided = active.find(({ events }) => events === undefined);
    if (undecided !== undefined)
      return unknown(`the event selectors of trail ${undecided.name} are too many to be compared`);
    const unread = unreadTrail(seen, regions);
    if (unread !== undefined) return unread;
    const [part] = active;
    if (typeof part?.events === 'object') {
      return fail(`The account has multi-region trail ${part.name}, but it leaves out ${part.events.missed}`, {
        trail: part.arn,
        missed: part.events.missed,
      });
    }
    const stopped = trails.find(({ multiRegion }) => multiRegion);
    return stopped === undefined
      ? fail('The account has no multi-region trail', { trails: trails.map(({ arn }) => arn) })
      : fail(`The account has multi-region trail ${stopped.name}, but ${notLogging(stopped)}`, { trail: stopped.arn });
  },
});
