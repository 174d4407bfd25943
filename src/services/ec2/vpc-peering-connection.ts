import type { VpcPeeringConnectionVpcInfo } from '@aws-sdk/client-ec2';
import { resource } from '../../inventory/resource.ts';
import { ec2 } from './service.ts';
import { labelOf, nameOf, tagsOf } from './tags.ts';

export const vpcPeeringConnection = resource(ec2, 'AWS::EC2::VPCPeeringConnection', {
  calls: ['DescribeVpcPeeringConnections'],
  narrows: { DescribeVpcPeeringConnections: { VpcPeeringConnectionIds: 'unless given', Filters: 'unless given' } },
  resumable: 'DescribeVpcPeeringConnections',
  async *list(api) {
    const pages = api.pages('DescribeVpcPeeringConnections', { MaxResults: 1000 });
    for await (const { VpcPeeringConnections } of pages) {
      for (const each of VpcPeeringConnections ?? []) {
        if (each.VpcPeeringConnectionId === undefined) continue;
        yield {
          id: each.VpcPeeringConnectionId,
          name: nameOf(each.Tags),
          tags: tagsOf(each.Tags),
          /** `active` once accepted; rejected, expired and deleted ones stay listed for a while. */
          status: each.Status?.Code,
          requester: sideOf(each.RequesterVpcInfo),
          accepter: sideOf(each.AccepterVpcInfo),
        };
      }
    }
  },
  label: labelOf,
  arn: ({ id }, { partition, region, account }) =>
    `arn:${partition}:ec2:${region}:${account}:vpc-peering-connection/${id}`,
});

/** One of the two VPCs. Its blocks are known as soon as the connection is active. */
function sideOf(side: VpcPeeringConnectionVpcInfo | undefined) {
  const ipv4 = [side?.CidrBlock, ...(side?.CidrBlockSet ?? []).map(({ CidrBlock }) => CidrBlock)];
  const ipv6 = (side?.Ipv6CidrBlockSet ?? []).map(({ Ipv6CidrBlock }) => Ipv6CidrBlock);
  return {
    vpcId: side?.VpcId,
    ownerId: side?.OwnerId,
    region: side?.Region,
    cidrs: [...new Set([...ipv4, ...ipv6].filter((cidr) => cidr !== undefined))],
  };
}
