import type { Route } from '@aws-sdk/client-ec2';
import { resource } from '../../inventory/resource.ts';
import { ec2 } from './service.ts';
import { nameOf, tagsOf } from './tags.ts';

export const routeTable = resource(ec2, 'AWS::EC2::RouteTable', {
  revision: 2,
  calls: ['DescribeRouteTables'],
  narrows: { DescribeRouteTables: { RouteTableIds: 'unless given', Filters: 'unless given' } },
  resumable: 'DescribeRouteTables',
  async *list(api) {
    for await (const { RouteTables } of api.pages('DescribeRouteTables', { MaxResults: 100 })) {
      for (const each of RouteTables ?? []) {
        if (each.RouteTableId === undefined) continue;
        yield {
          id: each.RouteTableId,
          name: nameOf(each.Tags),
          arn: `arn:${api.partition}:ec2:${api.region}:${each.OwnerId ?? api.account}:route-table/${each.RouteTableId}`,
          tags: tagsOf(each.Tags),
          ownerId: each.OwnerId,
          vpcId: each.VpcId,
          /** The main table of its VPC routes every subnet that has no table of its own. */
          main: (each.Associations ?? []).some(({ Main }) => Main === true),
          subnetIds: (each.Associations ?? []).flatMap(({ SubnetId }) => SubnetId ?? []),
          /** Gateways whose incoming traffic it routes ("edge association"). */
          edgeGatewayIds: (each.Associations ?? []).flatMap(({ GatewayId }) => GatewayId ?? []),
          routes: (each.Routes ?? []).map(routeOf),
        };
      }
    }
  },
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
