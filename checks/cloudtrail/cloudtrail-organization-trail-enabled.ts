import { defineCheck, fail, pass } from '../../src/engine/check.ts';
import { accountSettings } from '../../src/services/account/account.ts';
import {
  isLogging,
  notLogging,
  shadows,
  trailsWithStatus,
  unreadTrail,
} from '../../src/judgements/logs/trail-coverage.ts';
import { notInOne, standing } from '../../src/judgements/organization/standing.ts';

export default defineCheck({
  id: 'cloudtrail-organization-trail-enabled',
  title: 'An organization trail for all regions is logging',
  resource: accountSettings,
  along: { trails: trailsWithStatus, shadows },
  derived: { standing },
  risk: "A trail that belongs to the account can be stopped or changed by whoever takes the account over. Members cannot touch an organization's trail, and new accounts have it from their first minute.",
  fix: {
    text: "In the organization's management account (or its delegated CloudTrail administrator), create an organization trail for all regions.",
    cli: 'aws organizations enable-aws-service-access --service-principal cloudtrail.amazonaws.com\naws cloudtrail create-trail --name organization-trail --s3-bucket-name BUCKET --is-organization-trail --is-multi-region-trail\naws cloudtrail start-logging --name organization-trail',
    terraform:
      'resource "aws_cloudtrail" "organization" {\n  name                  = "organization-trail"\n  s3_bucket_name        = "BUCKET"\n  is_organization_trail = true\n  is_multi_region_trail = true\n}',
  },
  references: ['https://docs.aws.amazon.com/awscloudtrail/latest/userguide/creating-trail-organization.html'],
  evaluate(_account, { along: { trails, shadows: seen }, derived, regions }) {
    const outside = notInOne(derived.standing);
    if (outside !== undefined) return outside;
    const own = trails.filter((trail) => trail.organization);
    const whole = own.filter(({ multiRegion }) => multiRegion);
    const active = whole.find(isLogging);
    if (active !== undefined)
      return pass(`The account has organization trail ${active.name} for all regions, and it is logging`, {
        trail: active.arn,
      });
    const unread = unreadTrail(
      seen.filter((shadow) => shadow.organization),
      regions,
    );
    if (unread !== undefined) return unread;
    const [stopped] = whole;
    if (stopped !== undefined)
      return fail(`The account has organization trail ${stopped.name}, but ${notLogging(stopped)}`, {
        trail: stopped.arn,
        status: stopped.status,
      });
    const [part] = own;
    return part === undefined
      ? fail('The account is in an organization, but no organization trail records it', {
          trails: trails.map(({ arn }) => arn),
        })
      : fail(`The account has organization trail ${part.name}, but for ${part.region} only`, { trail: part.arn });
  },
});
