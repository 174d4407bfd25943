import type { VpcPeeringConnectionVpcInfo } from '@aws-sdk/client-ec2';
import { listed } from '../../inventory/listed.ts';
import { ec2 } from './service.ts';
import { labelOf, tagged } from './tags.ts';

export const vpcPeeringConnection = listed(ec2, 'AWS::EC2::VPCPeeringConnection', 'DescribeVpcPeeringConnections', {
  at: 'VpcPeeringConnections',
  input: { MaxResults: 1000 },
  narrows: { VpcPeeringConnectionIds: 'unless given', Filters: 'unless given' },
  id: ({ VpcPeeringConnectionId }) => VpcPeeringConnectionId,
  keep: {
    ...tagged,
    /** `active` once accepted; rejected, expired and deleted ones stay listed for a while. */
    status: ({ Status }) => Status?.Code,
    requester: ({ RequesterVpcInfo }) => sideOf(RequesterVpcInfo),
    accepter: ({ AccepterVpcInfo }) => sideOf(AccepterVpcInfo),
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
