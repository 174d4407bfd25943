import type { NetworkAclEntry } from '@aws-sdk/client-ec2';
import { listed } from '../../inventory/listed.ts';
import { ec2 } from './service.ts';
import { ofOwner, tagged } from './tags.ts';

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

export const networkAcl = listed(ec2, 'AWS::EC2::NetworkAcl', 'DescribeNetworkAcls', {
  at: 'NetworkAcls',
  input: { MaxResults: 1000 },
  narrows: { NetworkAclIds: 'unless given', Filters: 'unless given' },
  id: ({ NetworkAclId }) => NetworkAclId,
  keep: {
    ...tagged,
    ownerId: 'OwnerId',
    vpcId: 'VpcId',
    isDefault: 'IsDefault',
    subnetIds: ({ Associations }) => (Associations ?? []).flatMap(({ SubnetId }) => SubnetId ?? []),
    entries: ({ Entries }) => (Entries ?? []).flatMap((entry) => entryOf(entry) ?? []),
  },
  arn: ofOwner('network-acl'),
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
