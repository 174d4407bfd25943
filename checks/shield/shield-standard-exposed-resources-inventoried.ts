import { along, defineCheck, manual, pass, notApplicable } from '../../src/engine/check.ts';
import { distribution } from '../../src/services/cloudfront/distribution.ts';
import { classicLoadBalancer } from '../../src/services/elb/load-balancer.ts';
import { loadBalancer } from '../../src/services/elbv2/load-balancer.ts';
import { accelerator } from '../../src/services/globalaccelerator/accelerator.ts';
import { shieldSettings } from '../../src/services/shield/settings.ts';

/** ARNs of each kind that the evidence holds; the message has the whole count. */
const listed = 50;

/** An inventory for a person to go through: Shield Standard itself is always on and cannot be misconfigured. */
export default defineCheck({
  id: 'shield-standard-exposed-resources-inventoried',
  title: 'What the account exposes behind Shield Standard is known',
  severity: 'informational',
  category: 'security',
  resource: shieldSettings,
  along: {
    distributions: along(distribution),
    loadBalancers: along(loadBalancer),
    classicLoadBalancers: along(classicLoadBalancer),
    accelerators: along(accelerator),
  },
  risk: 'Shield Standard covers these by itself, and only against common network attacks: what nobody knows to be exposed, nobody defends any further.',
  fix: {
    text: 'Go through the list in the evidence: take down what need not be reachable, put AWS WAF before web applications, and decide which of them deserve Shield Advanced.',
  },
  references: ['https://docs.aws.amazon.com/waf/latest/developerguide/ddos-standard-summary.html'],
  evaluate({ name }, { along: { distributions, loadBalancers, classicLoadBalancers, accelerators }, unreadRegions }) {
    const exposed = {
      'CloudFront distributions': distributions.filter(({ enabled }) => enabled !== false),
      'load balancers': loadBalancers.filter(({ scheme }) => scheme === 'internet-facing'),
      'Classic Load Balancers': classicLoadBalancers.filter(({ scheme }) => scheme !== 'internal'),
      accelerators: accelerators.filter(({ enabled }) => enabled !== false),
    };
    const kinds = Object.entries(exposed).filter(([, found]) => found.length > 0);
    if (kinds.length === 0 && unreadRegions.length > 0)
      return notApplicable(`not every enabled region was read: ${unreadRegions.join(', ')}`);
    if (kinds.length === 0) return pass(`${name} has no distribution, internet-facing load balancer or accelerator`);
    const observed = Object.fromEntries(
      kinds.map(([kind, found]) => [kind, found.slice(0, listed).map(({ arn }) => arn)]),
    );
    return manual(
      `${name} has, behind Shield Standard, ${kinds.map(([kind, found]) => `${found.length} ${found.length === 1 ? kind.replace(/s$/, '') : kind}`).join(', ')}`,
      observed,
    );
  },
});
