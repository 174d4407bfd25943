import { answers, here } from '../../answers.ts';
import { account, idIn, mainRegion } from '../../facts.ts';

const ranges = { IpRanges: [{ CidrIp: '0.0.0.0/0' }], Ipv6Ranges: [], PrefixListIds: [], UserIdGroupPairs: [] };
const open = (port: number): object => ({ IpProtocol: 'tcp', FromPort: port, ToPort: port, ...ranges });
const all = { IpProtocol: '-1', ...ranges };

export default answers(
  'ec2',
  {
    DescribeSecurityGroups: ({ region }) => {
      const group = (n: number, GroupName: string, IpPermissions: object[], IpPermissionsEgress: object[]): object => ({
        GroupId: idIn(region, 'sg', n),
        GroupName,
        Description: GroupName,
        OwnerId: account,
        VpcId: idIn(region, 'vpc'),
        IpPermissions,
        IpPermissionsEgress,
      });
      const fromList = { ...open(3389), IpRanges: [], PrefixListIds: [{ PrefixListId: 'pl-a1' }] };
      return {
        SecurityGroups: [
          group(1, 'default', [], [all]),
          group(2, 'web', [open(22), open(443)], [all]),
          group(3, 'inside', [], []),
          ...(region === mainRegion ? [group(4, 'partners', [fromList], [])] : []),
        ],
      };
    },
    GetManagedPrefixListEntries: here({ Entries: [{ Cidr: '0.0.0.0/0', Description: 'everybody' }] }),
  },
  { 'AWS::EC2::SecurityGroup': 'sg-a3' },
);
