import check from '../../../checks/iam/iam-internet-compute-no-path-to-administrator.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { account, administrator, alone, role, trust } from './escalation.ts';

const profile = { name: 'web', arn: 'arn:aws:iam::111122223333:instance-profile/web' };
const roles = [{ ...role('web', trust({ Service: 'ec2.amazonaws.com' }), administrator), instanceProfiles: [profile] }];
const rule = {
  direction: 'ingress' as const,
  protocol: 'tcp',
  fromPort: 443,
  toPort: 443,
  cidrs: ['0.0.0.0/0'],
  ipv6Cidrs: [],
  prefixLists: [],
  groups: [],
};
const network = {
  subnets: [{ id: 'subnet-1', vpcId: 'vpc-1', ownerId: '111122223333', cidrs: ['10.0.0.0/24'], inboundBlock: 'off' }],
  routeTables: [
    {
      id: 'rtb-1',
      vpcId: 'vpc-1',
      main: true,
      subnetIds: [],
      edgeGatewayIds: [],
      routes: [{ destination: '0.0.0.0/0', state: 'active', gatewayId: 'igw-1' }],
    },
  ],
  acls: [
    {
      id: 'acl-1',
      subnetIds: ['subnet-1'],
      entries: [
        { egress: false, number: 100, action: 'allow', protocol: '-1', cidr: '0.0.0.0/0' },
        { egress: true, number: 100, action: 'allow', protocol: '-1', cidr: '0.0.0.0/0' },
      ],
    },
  ],
  securityGroups: [{ id: 'sg-1', name: 'web', vpcId: 'vpc-1', rules: [rule] }],
  prefixLists: [{ id: 'sg-1', prefixListCidrs: {} }],
};
const instance = {
  id: 'i-1',
  arn: 'arn:aws:ec2:eu-west-1:111122223333:instance/i-1',
  state: 'running',
  vpcId: 'vpc-1',
  subnetId: 'subnet-1',
  publicIp: '203.0.113.7',
  profileArn: profile.arn,
  interfaces: [
    {
      id: 'eni-1',
      vpcId: 'vpc-1',
      subnetId: 'subnet-1',
      groupIds: ['sg-1'],
      publicIps: ['203.0.113.7'],
      privateIps: ['10.0.0.4'],
      ipv6: [],
    },
  ],
};
const base = {
  groups: [],
  policies: [],
  users: [],
  roles,
  organizations: [alone],
  ...network,
  instances: [instance],
} as never as object;

checkSuite(check, account, [
  {
    when: 'an open instance has an administrator role',
    along: base,
    expect: 'fail',
    message:
      /The internet has a way to administrator through role\/web: the internet, through ec2 instance\/i-1, becomes administrator/,
  },
  {
    when: 'it has no public address',
    along: { ...base, instances: [{ ...instance, interfaces: [] }] as never },
    expect: 'pass',
  },
  {
    when: 'nothing is open in the regions that were read',
    along: { ...base, instances: [] },
    unreadRegions: ['ap-south-1'],
    expect: 'not-applicable',
    message: /ap-south-1/,
  },
  {
    when: 'it has no role',
    along: { ...base, instances: [{ ...instance, profileArn: undefined }] as never },
    expect: 'pass',
  },
  { when: 'its network is not visible', along: { ...base, routeTables: [] }, expect: 'manual' },
]);
