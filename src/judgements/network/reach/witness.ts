import type { IpFamily } from '../../../text/cidr.ts';
import type { PortProtocol } from '../ports.ts';

interface Named {
  readonly name: string;
  readonly arn: string;
}

/** What a way leads through, outermost first where there are several. */
export interface Witness {
  readonly routeTableId?: string | undefined;
  readonly gatewayId?: string | undefined;
  /** A firewall endpoint, Gateway Load Balancer endpoint or appliance. */
  readonly inspectedBy?: string | undefined;
  readonly accelerator?: Named;
  readonly distribution?: Named;
  /** The Network Load Balancer in front of an Application Load Balancer. */
  readonly before?: Named;
  readonly loadBalancer?: Named;
  readonly listener?: { readonly protocol: string; readonly port: number };
  readonly targetGroup?: Named;
}

/** A way from the internet to a port, and what lets it through. */
export interface OpenPath extends Witness {
  /** Public address that is asked; a load balancer, an accelerator and a distribution have their own. */
  readonly address?: string;
  readonly family: IpFamily;
  readonly protocol: PortProtocol;
  readonly port: number;
  readonly interfaceId: string | undefined;
  /** The groups that let it in to the interface. */
  readonly groupIds: readonly string[];
  readonly aclId: string | undefined;
}

/** `at 198.51.100.1`, `through the load balancer web (HTTPS 443)`: how it is reached, in words. */
export function wayText(path: Witness & Pick<OpenPath, 'address'>): string {
  const { accelerator, distribution, before, loadBalancer, listener, targetGroup } = path;
  const stations = [
    ...(accelerator === undefined ? [] : [`the accelerator ${accelerator.name}`]),
    ...(distribution === undefined ? [] : [`the distribution ${distribution.name}`]),
    ...(before === undefined ? [] : [`the load balancer ${before.name}`]),
    ...(loadBalancer === undefined
      ? []
      : [
          `the load balancer ${loadBalancer.name}${listener === undefined ? '' : ` (${listener.protocol} ${listener.port})`}${targetGroup === undefined ? '' : ` and its target group ${targetGroup.name}`}`,
        ]),
  ];
  return stations.length === 0 ? `at ${path.address ?? 'an address'}` : `through ${stations.join(', ')}`;
}

/** What lets it in, in words that follow a colon. */
export function letInText({ groupIds, aclId, routeTableId, gatewayId, inspectedBy, loadBalancer }: OpenPath): string {
  const by = [...(groupIds.length === 0 ? [] : [groupIds.join(', ')]), ...(aclId === undefined ? [] : [aclId])];
  const route =
    routeTableId === undefined || gatewayId === undefined
      ? []
      : [`${routeTableId}${loadBalancer === undefined ? '' : ' of the load balancer'} routes to ${gatewayId}`];
  return [
    ...(by.length === 0
      ? []
      : [`${by.join(' and ')} ${by.length === 1 && groupIds.length < 2 ? 'lets' : 'let'} it in`]),
    ...route,
    ...(inspectedBy === undefined ? [] : [`${inspectedBy} inspects it`]),
  ].join(', ');
}
