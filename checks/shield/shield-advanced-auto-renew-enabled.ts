import { defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { unlessSubscribed } from '../../src/judgements/protection/advanced-protection.ts';
import { shieldSettings } from '../../src/services/shield/settings.ts';

export default defineCheck({
  id: 'shield-advanced-auto-renew-enabled',
  title: 'The subscription to Shield Advanced renews itself',
  resource: shieldSettings,
  needs: ['state', 'subscription'],
  risk: 'When the year of commitment ends, all protections end with the subscription, and nobody may notice before the next attack.',
  fix: {
    text: 'Turn automatic renewal on. It can be changed only during the last 30 days of the subscription.',
    cli: 'aws shield update-subscription --region us-east-1 --auto-renew ENABLED',
    terraform: 'resource "aws_shield_subscription" "this" {\n  auto_renew = "ENABLED"\n}',
  },
  references: ['https://docs.aws.amazon.com/waf/latest/developerguide/ddos-advanced-summary.html'],
  evaluate({ name, state, subscription }) {
    const ended = unlessSubscribed(state);
    if (ended !== undefined) return ended;
    if (subscription?.autoRenew === undefined)
      return unknown(`DescribeSubscription does not say whether ${name} renews Shield Advanced`);
    const { autoRenew, endsAt } = subscription;
    const end = endsAt === undefined ? '' : `; the period ends on ${endsAt.slice(0, 10)}`;
    return autoRenew === 'ENABLED'
      ? pass(`${name} renews Shield Advanced by itself${end}`, subscription)
      : fail(`${name} does not renew Shield Advanced by itself${end}`, subscription);
  },
});
