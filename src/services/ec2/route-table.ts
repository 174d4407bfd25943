import type { Route } from '@aws-sdk/client-ec2';
import { listed } from '../../inventory/listed.ts';
import { ec2 } from './service.ts';
import { ofOwner, tagged } from './tags.ts';

export const routeTable = listed(ec2, 'AWS::EC2::RouteTable', 'DescribeRouteTables', {
  revision: 2,
  at: 'RouteTables',
  input: { MaxResults: 100 },
  narrows: { RouteTableIds: 'unless given', Filters: 'unless given' },
  id: ({ RouteTableId }) => RouteTableId,
  keep: {
    ...tagged,
    ownerId: 'OwnerId',
    vpcId: 'VpcId',
    /** The main table of its VPC routes every subnet that has no table of its own. */
    main: ({ Associations }) => (Associations ?? []).some(({ Main }) => Main === true),
    subnetIds: ({ Associations }) => (Associations ?? []).flatMap(({ SubnetId }) => SubnetId ?? []),
    /** Gateways whose incoming traffic it routes ("edge association"). */
    edgeGatewayIds: ({ Associations }) => (Associations ?? []).flatMap(({ GatewayId }) => GatewayId ?? []),
    routes: ({ Routes }) => (Routes ?? []).map(routeOf),
  },
  arn: ofOwner('route-table'),
});

function routeOf(route: Route) {
  return {
    /** An IPv4 or IPv6 block; undefined when the destination is a prefix list. */
    destination: route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock,
    prefixListId: route.DestinationPrefixListId,
    /** `blackhole` when the target no longer exists. */
    state: route.State,
    /** An internet gateway (`igw-`), a virtual private gateway, a VPC endpoint, or `local`. */
    gatewayId: route.GatewayId,
    /** An appliance that the traffic passes: an instance's interface. */
    applianceId: route.NetworkInterfaceId ?? route.InstanceId,
    peeringId: route.VpcPeeringConnectionId,
  };
}
