import {
  along,
  defineCheck,
  fail,
  manual,
  notApplicable,
  pass,
  unknown,
  unknownWithout,
} from '../../src/engine/check.ts';
import { regionalNetwork, unreadParts } from '../../src/judgements/network/network.ts';
import { closeGroup } from '../../src/judgements/network/reach/close-groups.ts';
import { pastDistributions } from '../../src/judgements/network/reach/past-distribution.ts';
import { wayText } from '../../src/judgements/network/reach/reach.ts';
import { widenessOf, widenessSettings } from '../../src/judgements/network/wide.ts';
import { distribution } from '../../src/services/cloudfront/distribution.ts';
import { loadBalancer } from '../../src/services/elbv2/load-balancer.ts';
import { shell } from '../../src/text/shell.ts';

/** CloudFront may ask the same load balancer by either name. */
const hostOf = (name: string | undefined): string => (name ?? '').toLowerCase().replace(/^dualstack\./, '');

export default defineCheck({
  id: 'elbv2-origin-restricted-to-cloudfront',
  title: 'Load balancers behind CloudFront are reached through CloudFront alone',
  resource: loadBalancer,
  needs: ['listeners'],
  along: { fronts: along(distribution, { optional: true }) },
  derived: { network: regionalNetwork },
  settings: widenessSettings,
  evaluate(subject, { along: { fronts }, derived, unreadAlong, settings }) {
    const { name, type, scheme, listeners } = subject;
    if (type === 'gateway') return notApplicable(`${name} is a Gateway Load Balancer`);
    if (listeners === undefined) return unknown(`${name} was deleted while the account was read`);
    if (scheme === 'internal') return notApplicable(`${name} is internal`);
    const origins = fronts.flatMap(({ name: cdn, enabled, origins: all }) =>
      enabled === false
        ? []
        : all.filter((each) => hostOf(each.domainName) === hostOf(subject.dnsName)).map((origin) => ({ cdn, origin })),
    );
    const [first] = origins;
    if (first === undefined) {
      return unreadAlong['fronts'] === undefined
        ? notApplicable(`no distribution names ${name} as its origin`)
        : unknownWithout(
            `whether a distribution has ${name} as its origin was not read: ${unreadAlong['fronts'].cause}`,
            ['fronts'],
          );
    }
    const network = derived.network(subject.region);
    const wideness = widenessOf(settings);
    const added = new Set(origins.flatMap(({ origin }) => origin.headers.map((header) => header.toLowerCase())));
    const past = pastDistributions({ ...subject, listeners }, added, network, wideness);
    const behind = `${name}, an origin of the distribution ${first.cdn},`;
    if (past === undefined) return pass(`${behind} sends nothing on that does not come through CloudFront`);
    const { link } = past;
    if (link.is === 'closed') return pass(`${behind} is reached through CloudFront alone: ${link.reason}`);
    const way = wayText(past.front.witness);
    if (link.is === 'unknown')
      return unknownWithout(`${behind} may be reached past it: ${link.cause}`, unreadParts(unreadAlong));
    if (link.is === 'possible')
      return manual(`${behind} may be reached past it ${way}, depending on ${link.on}`, past.front.witness);
    const { port = 443 } = past.listener;
    const fixes = network.groups
      .filter(({ id }) => subject.securityGroups.includes(id))
      .flatMap(({ id }) => {
        const revoke = closeGroup(network, id, [port], wideness)?.cli;
        const allow = shell`aws ec2 authorize-security-group-ingress --group-id ${id} --ip-permissions ${[{ IpProtocol: 'tcp', FromPort: port, ToPort: port, PrefixListIds: [{ PrefixListId: 'CLOUDFRONT_PREFIX_LIST_ID' }] }]}`;
        return revoke === undefined ? [] : [allow, revoke];
      });
    return fail(
      `${behind} is reached past it ${way}: its security groups let the internet in, and no rule asks for a secret header that the distribution adds`,
      { ...past.front.witness, distribution: first.cdn, headersAdded: [...added] },
      fixes.length === 0 ? undefined : { cli: fixes.join('\n') },
    );
  },
  risk: 'Whoever finds its name or addresses asks the load balancer itself: what CloudFront keeps off, such as its web ACL, its countries and its protection against floods, is not in the way.',
  fix: {
    text: 'Let the security groups take only the prefix list com.amazonaws.global.cloudfront.origin-facing of the region (it counts as 55 rules). That still lets in distributions of other accounts: let the distribution add a header with a long random value besides, and the listener forward only what has it. Or make the load balancer internal and reach it as a VPC origin. Where its web ACL asks for such a header, look at that instead.',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/restrict-access-to-load-balancer.html',
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/LocationsOfEdgeServers.html',
  ],
});
