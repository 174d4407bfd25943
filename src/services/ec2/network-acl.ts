import type { NetworkAclEntry } from '@aws-sdk/client-ec2';
import { resource } from '../../inventory/resource.ts';
import { ec2 } from './service.ts';
import { nameOf, tagsOf } from './tags.ts';

/**
 * One entry of a network ACL. `protocol` is a name, a number as text or `-1`.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NetworkAclEntry.html
 */
export interface NaclEntry {
  readonly number: number;
  readonly egress: boolean;
  readonly action: 'allow' | 'deny';
  readonly protocol: string;
  readonly cidr?: string | undefined;
  readonly ipv6Cidr?: string | undefined;
  readonly fromPort?: number | undefined;
  readonly toPort?: number | undefined;
}

export const networkAcl = resource(ec2, 'AWS::EC2::NetworkAcl', {
  calls: ['DescribeNetworkAcls'],
  narrows: { DescribeNetworkAcls: { NetworkAclIds: 'unless given', Filters: 'unless given' } },
  resumable: 'DescribeNetworkAcls',
  async *list(api) {
    for await (const { NetworkAcls } of api.pages('DescribeNetworkAcls', { MaxResults: 1000 })) {
      for (const each of NetworkAcls ?? []) {
        if (each.NetworkAclId === undefined) continue;
        yield {
          id: each.NetworkAclId,
          name: nameOf(each.Tags),
          arn: `arn:${api.partition}:ec2:${api.region}:${each.OwnerId ?? api.account}:network-acl/${each.NetworkAclId}`,
          tags: tagsOf(each.Tags),
          ownerId: each.OwnerId,
          vpcId: each.VpcId,
          isDefault: each.IsDefault,
          subnetIds: (each.Associations ?? []).flatMap(({ SubnetId }) => SubnetId ?? []),
          entries: (each.Entries ?? []).flatMap((entry) => entryOf(entry) ?? []),
        };
      }
    }
  },
});

/**
 * An entry without number or action cannot be judged and is never sent by EC2; leaving it out is what evaluation does
 * with an entry that matches nothing.
 */
function entryOf(entry: NetworkAclEntry): NaclEntry | undefined {
  if (entry.RuleNumber === undefined || entry.RuleAction === undefined) return undefined;
  return {
    number: entry.RuleNumber,
    egress: entry.Egress === true,
    action: entry.RuleAction,
    protocol: entry.Protocol ?? '-1',
    cidr: entry.CidrBlock,
    ipv6Cidr: entry.Ipv6CidrBlock,
    fromPort: entry.PortRange?.From,
    toPort: entry.PortRange?.To,
  };
}
