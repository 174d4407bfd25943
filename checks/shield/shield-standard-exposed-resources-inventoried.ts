import { along, defineCheck, manual, pass, notApplicable } from '../../src/engine/check.ts';
import { httpApi } from '../../src/services/apigatewayv2/api.ts';
import { restApi } from '../../src/services/apigateway/rest-api.ts';
import { isPublicCidr } from '../../src/text/cidr.ts';
import { distribution } from '../../src/services/cloudfront/distribution.ts';
import { address } from '../../src/services/ec2/address.ts';
import { instance } from '../../src/services/ec2/instance.ts';
import { classicLoadBalancer } from '../../src/services/elb/load-balancer.ts';
import { loadBalancer } from '../../src/services/elbv2/load-balancer.ts';
import { accelerator } from '../../src/services/globalaccelerator/accelerator.ts';
import { hostedZone } from '../../src/services/route53/hosted-zone.ts';
import { shieldSettings } from '../../src/services/shield/settings.ts';

/** ARNs of each kind that the evidence holds; the message has the whole count. */
const listed = 50;

/** An inventory for a person to go through: Shield Standard itself is always on and cannot be misconfigured. */
export default defineCheck({
  id: 'shield-standard-exposed-resources-inventoried',
  title: 'The usual ways into the account behind Shield Standard are known',
  resource: shieldSettings,
  along: {
    distributions: along(distribution),
    loadBalancers: along(loadBalancer),
    classicLoadBalancers: along(classicLoadBalancer),
    accelerators: along(accelerator),
    addresses: along(address),
    instances: along(instance),
    hostedZones: along(hostedZone),
    restApis: along(restApi),
    httpApis: along(httpApi),
  },
  risk: 'Shield Standard covers everything in AWS by itself, and only against common network attacks: what nobody knows to be exposed, nobody defends any further.',
  fix: {
    text: 'Go through the list in the evidence: take down what need not be reachable, put AWS WAF before web applications, and decide which of them deserve Shield Advanced.',
  },
  references: [
    'https://docs.aws.amazon.com/waf/latest/developerguide/ddos-standard-summary.html',
    'https://docs.aws.amazon.com/waf/latest/developerguide/ddos-protections-by-resource-type.html',
  ],
  evaluate({ name }, { along: found, unreadRegions }) {
    const associated = found.addresses.filter(({ associationId }) => associationId !== undefined);
    const elastic = new Set(associated.map(({ publicIp }) => publicIp));
    const kinds = [
      kind(
        'CloudFront distribution',
        found.distributions.filter(({ enabled }) => enabled !== false),
      ),
      kind(
        'load balancer',
        found.loadBalancers.filter(({ scheme }) => scheme === 'internet-facing'),
      ),
      kind(
        'Classic Load Balancer',
        found.classicLoadBalancers.filter(({ scheme }) => scheme !== 'internal'),
      ),
      kind(
        'accelerator',
        found.accelerators.filter(({ enabled }) => enabled !== false),
      ),
      kind('associated Elastic IP address', associated, 'associated Elastic IP addresses'),
      kind(
        'instance with another public address',
        found.instances.filter(
          ({ publicIp, interfaces }) =>
            [publicIp, ...interfaces.flatMap(({ publicIps }) => publicIps)].some(
              (ip) => ip !== undefined && ip !== '' && !elastic.has(ip),
            ) || interfaces.some(({ ipv6 }) => ipv6.some(isPublicCidr)),
        ),
        'instances with another public address',
      ),
      kind(
        'public hosted zone',
        found.hostedZones.filter(({ privateZone }) => privateZone !== true),
      ),
      kind(
        'API that is not private',
        [
          ...found.restApis.filter(({ endpointTypes: types }) => !(types.length > 0 && types.every(isPrivate))),
          ...found.httpApis,
        ],
        'APIs that are not private',
      ),
    ].filter(({ list }) => list.length > 0);
    if (kinds.length === 0 && unreadRegions.length > 0)
      return notApplicable(`not every enabled region was read: ${unreadRegions.join(', ')}`);
    const uncounted = 'function URLs and other managed services with addresses of their own are not counted';
    if (kinds.length === 0)
      return pass(
        `${name} has no enabled distribution or accelerator, internet-facing load balancer, associated Elastic IP address, instance with a public address, public hosted zone or API that is not private; ${uncounted}`,
      );
    const observed = Object.fromEntries(kinds.map(({ many, list }) => [many, list.slice(0, listed)]));
    const counts = kinds.map(({ one, many, list }) => (list.length === 1 ? `1 ${one}` : `${list.length} ${many}`));
    return manual(`${name} has, behind Shield Standard, ${counts.join(', ')}; ${uncounted}`, observed);
  },
});

const isPrivate = (type: string): boolean => type === 'PRIVATE';

const kind = (one: string, list: readonly { readonly arn: string }[], many = `${one}s`) => ({
  one,
  many,
  list: list.map(({ arn }) => arn),
});
