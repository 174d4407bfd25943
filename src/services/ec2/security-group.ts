import type { IpPermission } from '@aws-sdk/client-ec2';
import { listed } from '../../inventory/listed.ts';
import { told } from '../../aws/told.ts';
import { tagsOf } from '../tags.ts';
import { ec2 } from './service.ts';
import { ofOwner } from './tags.ts';

/**
 * One rule of an EC2 security group. `protocol` is a name, a number as text or `-1`; for ICMP the ports are type and code.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html
 */
export interface SecurityGroupRule {
  readonly direction: 'ingress' | 'egress';
  readonly protocol: string;
  readonly fromPort?: number | undefined;
  readonly toPort?: number | undefined;
  readonly cidrs: readonly string[];
  readonly ipv6Cidrs: readonly string[];
  /** Ids of managed prefix lists. */
  readonly prefixLists: readonly string[];
  /** Ids of other security groups. */
  readonly groups: readonly string[];
}

/** A security group with its rules. Groups that another account shares are listed too: see `ownerId`. */
export const securityGroup = listed(ec2, 'AWS::EC2::SecurityGroup', 'DescribeSecurityGroups', {
  at: 'SecurityGroups',
  input: { MaxResults: 1000 },
  narrows: { GroupIds: 'unless given', GroupNames: 'unless given', Filters: 'unless given' },
  id: ({ GroupId }) => GroupId,
  keep: {
    name: 'GroupName',
    tags: ({ Tags }) => tagsOf(Tags),
    ownerId: 'OwnerId',
    vpcId: 'VpcId',
    rules: ({ IpPermissions, IpPermissionsEgress }) => [
      ...(IpPermissions ?? []).map((rule) => ruleOf(rule, 'ingress')),
      ...(IpPermissionsEgress ?? []).map((rule) => ruleOf(rule, 'egress')),
    ],
  },
  arn: ofOwner('security-group'),
}).facets((facet) => ({
  /** What the managed prefix lists that the rules name hold, by list id. No call where no rule names one. */
  prefixListCidrs: facet({
    calls: ['GetManagedPrefixListEntries'],
    often: { GetManagedPrefixListEntries: 'per prefix list' },
    async read(api, { rules }) {
      const ids = [...new Set(rules.flatMap(({ prefixLists }) => prefixLists))];
      const read = async (id: string): Promise<string[]> => {
        const cidrs: string[] = [];
        const pages = api.pages('GetManagedPrefixListEntries', { PrefixListId: id, MaxResults: 100 });
        for await (const { Entries } of pages) cidrs.push(...(Entries ?? []).flatMap(({ Cidr }) => Cidr ?? []));
        return cidrs;
      };
      const lists = await Promise.all(
        ids.map(async (id) => [id, await api.once(`prefix list ${id}`, () => read(id))] as const),
      );
      return Object.fromEntries(lists) as Readonly<Record<string, readonly string[]>>;
    },
  }),
}));

function ruleOf(rule: IpPermission, direction: SecurityGroupRule['direction']): SecurityGroupRule {
  return {
    direction,
    // Always in the answer; `-1` stands for every protocol.
    protocol: rule.IpProtocol ?? '-1',
    fromPort: rule.FromPort,
    toPort: rule.ToPort,
    cidrs: (rule.IpRanges ?? []).map(({ CidrIp }) => told(CidrIp, 'the addresses of a rule')),
    ipv6Cidrs: (rule.Ipv6Ranges ?? []).map(({ CidrIpv6 }) => told(CidrIpv6, 'the addresses of a rule')),
    prefixLists: (rule.PrefixListIds ?? []).map(({ PrefixListId }) => told(PrefixListId, 'the prefix list of a rule')),
    groups: (rule.UserIdGroupPairs ?? []).flatMap(({ GroupId }) => GroupId ?? []),
  };
}
