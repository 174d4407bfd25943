import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { subscribed } from '../../src/judgements/protection/advanced-protection.ts';
import { shieldSettings } from '../../src/services/shield/settings.ts';

const silent = unknown('DescribeSubscription does not say whether {name} renews Shield Advanced');

export default state(shieldSettings, 'shield-advanced-auto-renew-enabled', {
  title: 'The subscription to Shield Advanced renews itself',
  unless: [subscribed],
  at: 'subscription.autoRenew',
  is: {
    ENABLED: pass('{name} renews Shield Advanced by itself[; the period ends on {subscription.endsAt:day}]'),
    DISABLED: fail('{name} does not renew Shield Advanced by itself[; the period ends on {subscription.endsAt:day}]'),
  },
  absent: silent,
  unsaid: silent,
  risk: 'When the year of commitment ends, all protections end with the subscription, and nobody may notice before the next attack.',
  fix: {
    text: 'Turn automatic renewal on. It can be changed only during the last 30 days of the subscription.',
    cli: 'aws shield update-subscription --region us-east-1 --auto-renew ENABLED',
    terraform: 'resource "aws_shield_subscription" "this" {\n  auto_renew = "ENABLED"\n}',
  },
  references: ['https://docs.aws.amazon.com/waf/latest/developerguide/ddos-advanced-summary.html'],
});
