import type { DeriveContext } from '../../engine/derive.ts';
import type { Certainty, WayIn } from '../../engine/exposed.ts';
import type { Network } from '../network/reach/facts.ts';
import { letInText, type OpenPath, type Way, waysFromInternet, wayText } from '../network/reach/reach.ts';
import { aclLayer, groupLayer, passedLayer, rulesOf } from './network-layers.ts';
import type { Found, WayValues } from './ways.ts';

const certainties = { open: 'open', possible: 'possible', unknown: 'unknown' } as const;

/** What a way leads through, outermost first. */
const stationsOf = ({ accelerator, distribution, before, loadBalancer }: OpenPath): string[] =>
  [accelerator, distribution, before, loadBalancer].flatMap((station) => station?.arn ?? []);

/** A way of the judgement of reach, told. */
export function wayIn(
  path: OpenPath,
  certainty: Certainty,
  depends: string | undefined,
  network: Network | undefined,
): WayIn {
  const rules = network === undefined ? [] : rulesOf(path.groupIds, path, network);
  const through = stationsOf(path);
  const by = letInText(path);
  const said = `${path.protocol} ${path.port} ${wayText(path)}${by === '' ? '' : `: ${by}`}`;
  return {
    certainty,
    how: `${said}${depends === undefined ? '' : certainty === 'possible' ? `, depending on ${depends}` : `; not decided: ${depends}`}`,
    ...(path.address === undefined ? {} : { address: path.address }),
    protocol: path.protocol,
    port: path.port,
    ...(path.routeTableId === undefined ? {} : { routeTable: path.routeTableId }),
    ...(path.gatewayId === undefined ? {} : { gateway: path.gatewayId }),
    ...(path.inspectedBy === undefined ? {} : { inspectedBy: path.inspectedBy }),
    ...(path.aclId === undefined ? {} : { acl: path.aclId }),
    ...(rules.length === 0 ? {} : { rules }),
    ...(through.length === 0 ? {} : { through }),
  };
}

/** One of each kind of way: ports that the same rules let in are told once. */
function distinct(ways: readonly Way[], network: Network): WayIn[] {
  const found = new Map<string, WayIn>();
  for (const { link, path } of ways) {
    if (link.is === 'closed') continue;
    const depends = link.is === 'possible' ? link.on : link.is === 'unknown' ? link.cause : undefined;
    const told = wayIn(path, certainties[link.is], depends, network);
    const { certainty, address, protocol, rules, through, acl, routeTable } = told;
    const key = JSON.stringify([certainty, address, protocol, rules ?? told.port, through, acl, routeTable, depends]);
    if (!found.has(key)) found.set(key, told);
  }
  return [...found.values()];
}

/** Instances that the internet reaches, or may reach; one that is not running only once somebody starts it. */
export function instancesFound(facts: WayValues, { unreadAlong }: DeriveContext): Found[] {
  const roleOfProfile = new Map(
    facts.exposedRoles.flatMap(({ arn, instanceProfiles }) => instanceProfiles.map((each) => [each.arn, arn] as const)),
  );
  const volumes = new Map<string, string[]>();
  for (const { arn, instanceIds } of facts.exposedVolumes)
    for (const id of instanceIds) volumes.set(id, [...(volumes.get(id) ?? []), arn]);
  const addresses = new Map(facts.exposedAddresses.map(({ publicIp, arn }) => [publicIp, arn]));
  return facts.exposedInstances.flatMap((each): Found[] => {
    const network = facts.network(each.region);
    const { reach, ways } = waysFromInternet(each, network);
    if (reach.kind === 'closed') return [];
    const stopped = each.state === 'stopped' || each.state === 'stopping';
    const told = distinct(ways, network).map((way) =>
      stopped && way.certainty === 'open'
        ? {
            ...way,
            certainty: 'possible' as const,
            how: `${way.how}, depending on its being started: it is ${each.state ?? ''}`,
          }
        : way,
    );
    const groupIds = [...new Set(each.interfaces.flatMap((face) => face.groupIds))];
    const subnetIds = [...new Set(each.interfaces.flatMap(({ subnetId }) => subnetId ?? []))];
    const vpcIds = [...new Set(each.interfaces.flatMap(({ vpcId }) => vpcId ?? []))];
    const role = each.profileArn === undefined ? undefined : roleOfProfile.get(each.profileArn);
    const publicIps = each.interfaces.flatMap((face) => face.publicIps);
    const { distributions, loadBalancers, targetGroups, classicLoadBalancers, routeTables } = network.unread;
    return [
      {
        arn: each.arn,
        type: 'AWS::EC2::Instance',
        id: each.id,
        name: each.name,
        region: each.region,
        tags: each.tags,
        certainty: stopped && reach.kind === 'open' ? 'possible' : reach.kind,
        ways: told,
        layers: [
          passedLayer(told, {
            layer: 'cdn',
            at: ({ through }) => through?.find((arn) => arn.includes(':cloudfront:')),
            unread: distributions,
            none: 'it is reached without a distribution',
          }),
          passedLayer(told, {
            layer: 'load-balancer',
            at: ({ through }) => through?.find((arn) => arn.includes(':elasticloadbalancing:')),
            unread: targetGroups ?? loadBalancers ?? classicLoadBalancers,
            none: 'it is reached at an address of its own, without a load balancer',
          }),
          aclLayer({ aclIds: [], subnetIds }, network),
          groupLayer({ groupIds }, network, 'it has no security group'),
          passedLayer(told, {
            layer: 'inspection',
            at: ({ inspectedBy }) => inspectedBy,
            unread: routeTables,
            none: 'no firewall or inspection appliance is on its way in',
          }),
        ],
        role:
          each.profileArn === undefined
            ? undefined
            : role === undefined
              ? {
                  unread:
                    unreadAlong['exposedRoles']?.cause ??
                    `the role of its instance profile ${each.profileArn} is not known`,
                }
              : { arn: role },
        related: {
          volumes: unreadAlong['exposedVolumes'] === undefined ? (volumes.get(each.id) ?? []) : undefined,
          addresses:
            unreadAlong['exposedAddresses'] === undefined
              ? publicIps.flatMap((ip) => addresses.get(ip) ?? [])
              : undefined,
          vpcs: vpcIds.map((id) => `:vpc/${id}`),
        },
        behind: 'compute',
        behindSays: 'a machine, and what its role may do',
      },
    ];
  });
}
