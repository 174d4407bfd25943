import { fail, pass, unknown } from '../../src/engine/check.ts';
import { daysLeft } from '../../src/engine/forms/index.ts';
import { domain, registered } from '../../src/services/route53domains/domain.ts';

export default daysLeft(domain, 'route53-domain-not-expiring-soon', {
  title: 'Domains are renewed in time',
  settings: {
    minDaysLeft: { type: 'integer', default: 30, min: 0, describe: 'days that must be left before a domain expires' },
  },
  at: 'expiresAt',
  atLeast: 'minDaysLeft',
  unsaid: unknown('AWS does not say when {label} expires'),
  pass: pass('{label} expires on {expiresAt:day}, in {days} days'),
  fail: fail('{label} expires on {expiresAt:day}, in {days} days; expected at least {settings.minDaysLeft}'),
  past: fail('{label} expired on {expiresAt:day}'),
  risk: 'When a domain ends, sites and mail stop, and whoever registers it next gets the mail, the visitors and the accounts that are reset by mail.',
  fix: {
    text: 'Renew it now, for a year or more, which is charged at once. One that should have renewed by itself did not for a reason: look at the payment method and at the mail to its registrant.',
    exact: ({ id, expiresAt }) => {
      const year = expiresAt?.slice(0, 4);
      return {
        cli: `aws route53domains renew-domain --domain-name ${id} --duration-in-years 1 --current-expiry-year ${year ?? 'YEAR'}`,
      };
    },
  },
  references: [registered, 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/domain-renew.html'],
});
