import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { domain, registered } from '../../src/services/route53domains/domain.ts';

export default state(domain, 'route53-domain-auto-renew-enabled', {
  title: 'Domains renew by themselves',
  at: 'autoRenew',
  is: {
    true: pass('{label} renews by itself'),
    false: fail('{label} does not renew by itself, and ends on {expiresAt:day|a day that AWS does not say}'),
  },
  unsaid: unknown('AWS does not say whether {label} renews by itself'),
  risk: 'A domain whose renewal somebody forgets goes to whoever takes it first: with it go mail, sites and every account that is reset by mail.',
  fix: {
    text: 'Turn automatic renewal on; the account is charged for each year. A few top-level domains are never renewed so: there, renew it by hand in time.',
    cli: 'aws route53domains enable-domain-auto-renew --domain-name {id}',
  },
  references: [
    registered,
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/domain-enable-disable-auto-renewal.html',
  ],
});
