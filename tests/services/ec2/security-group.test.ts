import { describe, expect, it } from 'vitest';
import { securityGroup } from '../../../src/services/ec2/security-group.ts';
import { awsError, collectType } from '../../helpers/resource-suite.ts';

const listed = (...ids: string[]) => ({ PrefixListIds: ids.map((PrefixListId) => ({ PrefixListId })) });

describe('AWS::EC2::SecurityGroup', () => {
  it('projects the rules of both directions', async () => {
    const { records } = await collectType(securityGroup, [], {
      DescribeSecurityGroups: {
        SecurityGroups: [
          {
            GroupId: 'sg-1',
            GroupName: 'web',
            OwnerId: '111122223333',
            VpcId: 'vpc-1',
            Tags: [{ Key: 'a', Value: 'b' }],
            IpPermissions: [
              {
                IpProtocol: 'tcp',
                FromPort: 443,
                ToPort: 443,
                IpRanges: [{ CidrIp: '0.0.0.0/0', Description: 'all' }],
                Ipv6Ranges: [{ CidrIpv6: '::/0' }],
                ...listed('pl-1'),
                UserIdGroupPairs: [{ GroupId: 'sg-2', UserId: '111122223333' }],
              },
            ],
            IpPermissionsEgress: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
          },
        ],
      },
    });
    expect(records[0]?.arn).toBe('arn:aws:ec2:eu-west-1:111122223333:security-group/sg-1');
    expect(records[0]?.item).toEqual({
      id: 'sg-1',
      name: 'web',
      tags: { a: 'b' },
      ownerId: '111122223333',
      vpcId: 'vpc-1',
      rules: [
        {
          direction: 'ingress',
          protocol: 'tcp',
          fromPort: 443,
          toPort: 443,
          cidrs: ['0.0.0.0/0'],
          ipv6Cidrs: ['::/0'],
          prefixLists: ['pl-1'],
          groups: ['sg-2'],
        },
        {
          direction: 'egress',
          protocol: '-1',
          fromPort: undefined,
          toPort: undefined,
          cidrs: ['0.0.0.0/0'],
          ipv6Cidrs: [],
          prefixLists: [],
          groups: [],
        },
      ],
    });
  });

  it('reads each prefix list once, every page of it, and none where no rule names one', async () => {
    const { records, sent } = await collectType(securityGroup, ['prefixListCidrs'], {
      DescribeSecurityGroups: {
        SecurityGroups: [
          { GroupId: 'sg-1', IpPermissions: [listed('pl-1', 'pl-2'), listed('pl-1')] },
          { GroupId: 'sg-2', IpPermissionsEgress: [listed('pl-1')] },
          { GroupId: 'sg-3', IpPermissions: [{ IpProtocol: '-1' }] },
        ],
      },
      GetManagedPrefixListEntries: ({ PrefixListId, NextToken }: { PrefixListId: string; NextToken?: string }) => {
        if (PrefixListId === 'pl-2') return { Entries: [{ Cidr: '2001:db8::/32' }] };
        return NextToken === undefined
          ? { Entries: [{ Cidr: '10.0.0.0/8' }], NextToken: 'x' }
          : { Entries: [{ Cidr: '0.0.0.0/0' }] };
      },
    });
    expect(records.map((record) => record.outcomes['prefixListCidrs'])).toEqual([
      { kind: 'present', value: { 'pl-1': ['10.0.0.0/8', '0.0.0.0/0'], 'pl-2': ['2001:db8::/32'] } },
      { kind: 'present', value: { 'pl-1': ['10.0.0.0/8', '0.0.0.0/0'] } },
      { kind: 'present', value: {} },
    ]);
    expect(sent.filter(({ operation }) => operation === 'GetManagedPrefixListEntries')).toHaveLength(3);
  });

  it('leaves only the groups undecided whose prefix list is denied', async () => {
    const { records } = await collectType(securityGroup, ['prefixListCidrs'], {
      DescribeSecurityGroups: {
        SecurityGroups: [{ GroupId: 'sg-1', IpPermissions: [listed('pl-1')] }, { GroupId: 'sg-2' }],
      },
      GetManagedPrefixListEntries: awsError('UnauthorizedOperation', 'no', 403),
    });
    expect(records.map((record) => record.outcomes['prefixListCidrs'])).toMatchObject([
      { kind: 'denied', actions: ['ec2:GetManagedPrefixListEntries'] },
      { kind: 'present', value: {} },
    ]);
  });
});
