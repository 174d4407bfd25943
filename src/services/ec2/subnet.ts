import type { Api } from '../../aws/api.ts';
import { everyPage } from '../../aws/pages.ts';
import { listed } from '../../inventory/listed.ts';
import { ec2 } from './service.ts';
import { ofOwner, tagged } from './tags.ts';

/** A subnet. Those that another account shares are listed too: see `ownerId`. */
export const subnet = listed(ec2, 'AWS::EC2::Subnet', 'DescribeSubnets', {
  revision: 2,
  at: 'Subnets',
  input: { MaxResults: 1000 },
  narrows: { Filters: 'unless given', SubnetIds: 'unless given' },
  id: ({ SubnetId }) => SubnetId,
  keep: {
    ...tagged,
    ownerId: 'OwnerId',
    vpcId: 'VpcId',
    cidrs: ({ CidrBlock, Ipv6CidrBlockAssociationSet }) => [
      ...(CidrBlock === undefined ? [] : [CidrBlock]),
      ...(Ipv6CidrBlockAssociationSet ?? []).flatMap(({ Ipv6CidrBlock, Ipv6CidrBlockState }) =>
        Ipv6CidrBlock !== undefined && Ipv6CidrBlockState?.State !== 'disassociated' ? [Ipv6CidrBlock] : [],
      ),
    ],
    /** Whether instances get a public IPv4 address in it by themselves. */
    assignsPublicIp: 'MapPublicIpOnLaunch',
    /**
     * VPC Block Public Access: `off`, `block-bidirectional` or `block-ingress`; absent where the region does not have
     * the feature. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_BlockPublicAccessStates.html
     */
    internetGatewayBlockMode: ({ BlockPublicAccessStates }) => BlockPublicAccessStates?.InternetGatewayBlockMode,
  },
  arn: ofOwner('subnet'),
}).facets((facet) => ({
  /**
   * The mode in which VPC Block Public Access keeps the internet out of the subnet; `off` where it does not, or where an
   * exclusion of the subnet or its VPC lets it in. Exclusions are asked for once, and only where the feature is on.
   * https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html
   */
  inboundBlock: facet({
    calls: ['DescribeVpcBlockPublicAccessExclusions'],
    often: { DescribeVpcBlockPublicAccessExclusions: 'once' },
    async read(api, { id, vpcId, internetGatewayBlockMode }) {
      if (internetGatewayBlockMode === undefined || internetGatewayBlockMode === 'off') return 'off';
      const excluded = await api.once('block public access exclusions', () => inboundExclusions(api));
      return excluded.has(`subnet/${id}`) || excluded.has(`vpc/${vpcId}`) ? 'off' : internetGatewayBlockMode;
    },
  }),
}));

/** An exclusion that is being made or removed counts as one. */
const notInForce: ReadonlySet<string | undefined> = new Set(['create-failed', 'delete-complete', 'disable-complete']);

/** `subnet/…` and `vpc/…` that let the internet in. The SDK has no paginator for this operation. */
async function inboundExclusions(
  api: Api<typeof import('@aws-sdk/client-ec2'), 'DescribeVpcBlockPublicAccessExclusions'>,
): Promise<ReadonlySet<string>> {
  const resources = new Set<string>();
  const ask = (NextToken: string | undefined) => {
    const token = NextToken === undefined ? {} : { NextToken };
    return api.call('DescribeVpcBlockPublicAccessExclusions', { MaxResults: 1000, ...token });
  };
  for await (const { VpcBlockPublicAccessExclusions = [] } of everyPage(ask, (page) => page.NextToken)) {
    for (const each of VpcBlockPublicAccessExclusions) {
      const letsIn = each.InternetGatewayExclusionMode === 'allow-bidirectional' && !notInForce.has(each.State);
      const resourceId = each.ResourceArn?.split(':').at(-1);
      if (letsIn && resourceId !== undefined) resources.add(resourceId);
    }
  }
  return resources;
}
