import type { IpFamily } from '../../../text/cidr.ts';
import type { NaclEntry } from '../../../services/ec2/network-acl.ts';
import type { PortRange } from '../ports.ts';
import type { SecurityGroupRule } from '../../../services/ec2/security-group.ts';

/** A network interface. */
export interface Interface {
  readonly id: string | undefined;
  readonly vpcId: string | undefined;
  readonly subnetId: string | undefined;
  readonly deviceIndex?: number | undefined;
  readonly groupIds: readonly string[];
  readonly publicIps: readonly string[];
  readonly privateIps: readonly string[];
  /** IPv4 blocks that are delegated to the interface, such as those of pods. */
  readonly privateBlocks?: readonly string[] | undefined;
  /** Addresses, and the blocks that are delegated to the interface. */
  readonly ipv6: readonly string[];
}

/** What is reached or not: an instance with its interfaces. */
export interface Reached {
  readonly id: string;
  readonly arn: string;
  readonly interfaces: readonly Interface[];
}

export interface RouteFact {
  readonly destination: string | undefined;
  readonly prefixListId?: string | undefined;
  readonly state: string | undefined;
  /** `local`, or an internet gateway, a virtual private gateway or a VPC endpoint. */
  readonly gatewayId: string | undefined;
  /** An interface or instance that the traffic passes. */
  readonly applianceId?: string | undefined;
}

export interface SubnetFact {
  readonly id: string;
  readonly vpcId: string | undefined;
  readonly account: string;
  readonly ownerId: string | undefined;
  readonly cidrs: readonly string[];
  readonly inboundBlock: string;
}

export interface RouteTableFact {
  readonly id: string;
  readonly vpcId: string | undefined;
  readonly main: boolean;
  readonly subnetIds: readonly string[];
  readonly edgeGatewayIds: readonly string[];
  readonly routes: readonly RouteFact[];
}

export interface AclFact {
  readonly id: string;
  readonly subnetIds: readonly string[];
  readonly entries: readonly NaclEntry[];
}

export interface GroupFact {
  readonly id: string;
  readonly name: string;
  readonly vpcId: string | undefined;
  readonly rules: readonly SecurityGroupRule[];
}

export interface PrefixListsFact {
  readonly id: string;
  readonly prefixListCidrs: Readonly<Record<string, readonly string[]>>;
}

export interface ForwardingFact {
  readonly targetGroups: readonly string[];
  readonly authentication: readonly string[];
  readonly sources: readonly string[] | undefined;
  readonly headers: readonly string[];
}

export interface ListenerFact {
  readonly port: number | undefined;
  readonly protocol: string | undefined;
  readonly verifiesClients: boolean;
  readonly forwarding: readonly ForwardingFact[];
}

export interface LoadBalancerFact {
  readonly arn: string;
  readonly name: string;
  readonly type: string | undefined;
  readonly scheme: string | undefined;
  readonly vpcId: string | undefined;
  readonly ipAddressType: string | undefined;
  readonly securityGroups: readonly string[];
  readonly zones: readonly { readonly subnetId: string | undefined }[];
  readonly listeners: readonly ListenerFact[] | undefined;
}

export interface TargetGroupFact {
  readonly arn: string;
  readonly name: string;
  readonly targetType: string | undefined;
  readonly protocol: string | undefined;
  readonly port: number | undefined;
  readonly vpcId: string | undefined;
  /** `ipv4` or `ipv6`: which address of an instance is sent to. */
  readonly ipAddressType?: string | undefined;
  readonly loadBalancerArns: readonly string[];
  readonly targets:
    | readonly { readonly id: string; readonly port: number | undefined; readonly zone: string | undefined }[]
    | undefined;
  readonly preservesClientIp: boolean | undefined;
}

export interface ClassicLoadBalancerFact {
  readonly arn: string;
  readonly name: string;
  readonly scheme: string | undefined;
  readonly vpcId: string | undefined;
  readonly subnets: readonly string[];
  readonly securityGroups: readonly string[];
  readonly instances: readonly string[];
  readonly listeners: readonly {
    readonly protocol: string | undefined;
    readonly port: number | undefined;
    readonly instancePort: number | undefined;
  }[];
}

export interface AcceleratorFact {
  readonly arn: string;
  readonly name: string;
  readonly enabled: boolean | undefined;
  readonly endpoints:
    | readonly {
        readonly id: string;
        readonly region: string | undefined;
        readonly protocol: string | undefined;
        readonly ports: readonly PortRange[];
        readonly preservesClientIp: boolean | undefined;
      }[]
    | undefined;
}

export interface DistributionFact {
  readonly arn: string;
  readonly id: string;
  readonly name: string;
  readonly enabled: boolean | undefined;
  readonly vpcOrigins:
    | readonly { readonly id: string; readonly endpointArn: string | undefined; readonly ports: readonly number[] }[]
    | undefined;
}

/** The parts of a region's network that lie between the internet and an interface, as they were read. */
export interface Network {
  readonly subnets: readonly SubnetFact[];
  readonly routeTables: readonly RouteTableFact[];
  readonly acls: readonly AclFact[];
  readonly groups: readonly GroupFact[];
  readonly prefixLists: readonly PrefixListsFact[];
  readonly loadBalancers: readonly LoadBalancerFact[];
  readonly targetGroups: readonly TargetGroupFact[];
  readonly classicLoadBalancers: readonly ClassicLoadBalancerFact[];
  readonly accelerators: readonly AcceleratorFact[];
  readonly distributions: readonly DistributionFact[];
  /** Why a part was not read, or not whole: what it would have held may matter. */
  readonly unread: Readonly<Partial<Record<NetworkPart, string>>>;
}

export type NetworkPart =
  | 'subnets'
  | 'routeTables'
  | 'acls'
  | 'groups'
  | 'prefixLists'
  | 'loadBalancers'
  | 'targetGroups'
  | 'classicLoadBalancers'
  | 'accelerators'
  | 'distributions';

export const familyName: Readonly<Record<IpFamily, string>> = { ipv4: 'IPv4', ipv6: 'IPv6' };
