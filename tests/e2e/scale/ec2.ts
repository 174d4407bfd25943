import { account, makes } from './population.ts';
import type { Listed } from './listed.ts';
import { mark } from './template.ts';

const { own, at, region } = mark;
const created = '2026-01-05T10:00:00Z';
const id = (prefix: string, n: string): string => `${prefix}-00000000${n}`;
const vpc = id('vpc', at(0));
const tags = (name: string, p: number): object[] => [
  { Key: 'Name', Value: `${name}-${own(p)}` },
  { Key: 'team', Value: `team-${p % makes}` },
  { Key: 'environment', Value: p % 3 === 0 ? 'production' : 'staging' },
];
const rule = (port: number, cidr: string): object => ({
  IpProtocol: 'tcp',
  FromPort: port,
  ToPort: port,
  IpRanges: [{ CidrIp: cidr, Description: 'from the office' }],
  Ipv6Ranges: [],
  PrefixListIds: [],
  UserIdGroupPairs: [],
});
const out = { IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }], Ipv6Ranges: [], PrefixListIds: [] };

/** Makes of security groups that are open to the world on SSH. */
export const openGroups = [3];
/** Makes of volumes that are not encrypted. */
export const plainVolumes = [1, 11];
/** Makes of instances without IMDSv2. */
export const oldInstances = [2, 7];
/** Makes of launch templates that give a public address. */
export const publicTemplates = [4];

/** EC2's lists; pages as large as AWS gives them to who asks for the most. */
export const ec2Lists: readonly Listed[] = [
  {
    kind: 'networkInterface',
    service: 'ec2',
    operation: 'DescribeNetworkInterfaces',
    list: 'NetworkInterfaces',
    size: 1000,
    item: (p) => ({
      NetworkInterfaceId: id('eni', own(p)),
      AvailabilityZone: `${region}a`,
      Description: 'ELB app/web/50dc6c495c0c9188',
      Groups: [{ GroupId: id('sg', own(p)), GroupName: `service-${own(p)}` }],
      InterfaceType: 'interface',
      MacAddress: '02:00:00:00:00:01',
      OwnerId: account,
      PrivateIpAddress: '10.0.1.17',
      PrivateIpAddresses: [{ Primary: true, PrivateIpAddress: '10.0.1.17' }],
      RequesterManaged: true,
      Status: 'in-use',
      SubnetId: id('subnet', at(0)),
      VpcId: vpc,
      TagSet: tags('eni', p),
      Attachment: { AttachmentId: id('eni-attach', own(p)), DeviceIndex: 0, Status: 'attached' },
    }),
  },
  {
    kind: 'snapshot',
    service: 'ec2',
    operation: 'DescribeSnapshots',
    list: 'Snapshots',
    size: 1000,
    // None is public: the second question, for those that anyone may restore, has an empty answer.
    none: (input) => Array.isArray(input['RestorableBy']),
    item: (p) => ({
      SnapshotId: id('snap', own(p)),
      OwnerId: account,
      VolumeId: id('vol', own(p)),
      VolumeSize: 100,
      Encrypted: p % 2 === 0,
      State: 'completed',
      StartTime: created,
      Progress: '100%',
      Description: 'Created by the nightly backup plan',
      Tags: tags('backup', p),
    }),
  },
  {
    kind: 'volume',
    service: 'ec2',
    operation: 'DescribeVolumes',
    list: 'Volumes',
    size: 500,
    item: (p) => ({
      VolumeId: id('vol', own(p)),
      Size: 100,
      State: 'in-use',
      VolumeType: 'gp3',
      Encrypted: !plainVolumes.includes(p % makes),
      AvailabilityZone: `${region}a`,
      CreateTime: created,
      Iops: 3000,
      Attachments: [
        {
          InstanceId: id('i', own(p)),
          State: 'attached',
          Device: '/dev/xvda',
          VolumeId: id('vol', own(p)),
          DeleteOnTermination: true,
          AttachTime: created,
        },
      ],
      Tags: tags('data', p),
    }),
  },
  {
    kind: 'securityGroup',
    service: 'ec2',
    operation: 'DescribeSecurityGroups',
    list: 'SecurityGroups',
    size: 1000,
    item: (p) => ({
      GroupId: id('sg', own(p)),
      GroupName: `service-${own(p)}`,
      Description: 'Managed by automation',
      OwnerId: account,
      VpcId: vpc,
      IpPermissions: openGroups.includes(p % makes)
        ? [rule(443, '10.0.0.0/8'), rule(22, '0.0.0.0/0')]
        : [rule(443, '10.0.0.0/8'), rule(22, '10.1.0.0/16')],
      IpPermissionsEgress: [out],
      Tags: tags('service', p),
    }),
  },
  {
    kind: 'instance',
    service: 'ec2',
    operation: 'DescribeInstances',
    list: 'Reservations',
    size: 1000,
    item: (p) => ({
      ReservationId: id('r', own(p)),
      OwnerId: account,
      Instances: [
        {
          InstanceId: id('i', own(p)),
          ImageId: 'ami-0123456789abcdef0',
          State: { Code: 16, Name: 'running' },
          LaunchTime: created,
          InstanceType: 'm6i.large',
          VpcId: vpc,
          SubnetId: id('subnet', at(0)),
          PrivateIpAddress: '10.0.1.17',
          IamInstanceProfile: { Arn: `arn:aws:iam::${account}:instance-profile/app`, Id: 'AIPA1' },
          MetadataOptions: {
            HttpTokens: oldInstances.includes(p % makes) ? 'optional' : 'required',
            HttpEndpoint: 'enabled',
            HttpPutResponseHopLimit: 1,
            State: 'applied',
          },
          SecurityGroups: [{ GroupId: id('sg', own(p)), GroupName: `service-${own(p)}` }],
          NetworkInterfaces: [
            {
              NetworkInterfaceId: id('eni', own(p)),
              VpcId: vpc,
              SubnetId: id('subnet', at(0)),
              Groups: [{ GroupId: id('sg', own(p)), GroupName: `service-${own(p)}` }],
              PrivateIpAddresses: [{ Primary: true, PrivateIpAddress: '10.0.1.17' }],
              Ipv6Addresses: [],
            },
          ],
          BlockDeviceMappings: [
            { DeviceName: '/dev/xvda', Ebs: { VolumeId: id('vol', own(p)), Status: 'attached', AttachTime: created } },
          ],
          Monitoring: { State: 'disabled' },
          Tags: tags('app', p),
        },
      ],
    }),
  },
  {
    kind: 'subnet',
    service: 'ec2',
    operation: 'DescribeSubnets',
    list: 'Subnets',
    size: 1000,
    item: (p) => ({
      SubnetId: id('subnet', own(p)),
      SubnetArn: `arn:aws:ec2:${region}:${account}:subnet/${id('subnet', own(p))}`,
      VpcId: vpc,
      OwnerId: account,
      CidrBlock: '10.0.1.0/24',
      AvailabilityZone: `${region}a`,
      MapPublicIpOnLaunch: false,
      State: 'available',
      Tags: tags('subnet', p),
    }),
  },
  {
    kind: 'routeTable',
    service: 'ec2',
    operation: 'DescribeRouteTables',
    list: 'RouteTables',
    size: 100,
    item: (p) => ({
      RouteTableId: id('rtb', own(p)),
      VpcId: id('vpc', own(p)),
      OwnerId: account,
      Associations: [{ Main: true, RouteTableAssociationId: id('rtbassoc', own(p)), RouteTableId: id('rtb', own(p)) }],
      Routes: [
        { DestinationCidrBlock: '10.0.0.0/16', GatewayId: 'local', State: 'active', Origin: 'CreateRouteTable' },
        { DestinationCidrBlock: '0.0.0.0/0', GatewayId: id('igw', own(p)), State: 'active', Origin: 'CreateRoute' },
      ],
      Tags: tags('routes', p),
    }),
  },
  {
    kind: 'address',
    service: 'ec2',
    operation: 'DescribeAddresses',
    list: 'Addresses',
    // DescribeAddresses has no pages.
    size: Infinity,
    item: (p) => ({
      AllocationId: id('eipalloc', own(p)),
      PublicIp: '203.0.113.8',
      Domain: 'vpc',
      NetworkInterfaceId: id('eni', own(p)),
      Tags: tags('address', p),
    }),
  },
  {
    kind: 'networkAcl',
    service: 'ec2',
    operation: 'DescribeNetworkAcls',
    list: 'NetworkAcls',
    size: 1000,
    item: (p) => ({
      NetworkAclId: id('acl', own(p)),
      VpcId: id('vpc', own(p)),
      OwnerId: account,
      IsDefault: true,
      Associations: [{ NetworkAclAssociationId: id('aclassoc', own(p)), NetworkAclId: id('acl', own(p)) }],
      Entries: [
        { RuleNumber: 100, Egress: false, Protocol: '-1', RuleAction: 'allow', CidrBlock: '10.0.0.0/8' },
        { RuleNumber: 32767, Egress: false, Protocol: '-1', RuleAction: 'deny', CidrBlock: '0.0.0.0/0' },
      ],
    }),
  },
  {
    kind: 'vpc',
    service: 'ec2',
    operation: 'DescribeVpcs',
    list: 'Vpcs',
    size: 1000,
    item: (p) => ({
      VpcId: id('vpc', own(p)),
      OwnerId: account,
      CidrBlock: '10.0.0.0/16',
      IsDefault: false,
      State: 'available',
      Tags: tags('vpc', p),
    }),
  },
  {
    kind: 'endpoint',
    service: 'ec2',
    operation: 'DescribeVpcEndpoints',
    list: 'VpcEndpoints',
    size: 1000,
    item: (p) => ({
      VpcEndpointId: id('vpce', own(p)),
      VpcEndpointType: 'Gateway',
      VpcId: id('vpc', own(p)),
      ServiceName: `com.amazonaws.${region}.s3`,
      State: 'available',
      OwnerId: account,
      RouteTableIds: [id('rtb', own(p))],
      PolicyDocument:
        '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}',
    }),
  },
  {
    kind: 'launchTemplate',
    service: 'ec2',
    operation: 'DescribeLaunchTemplates',
    list: 'LaunchTemplates',
    size: 200,
    item: (p) => ({
      LaunchTemplateId: id('lt', own(p)),
      LaunchTemplateName: `workers-${own(p)}`,
      DefaultVersionNumber: 1,
      LatestVersionNumber: 1,
      CreateTime: created,
    }),
  },
  {
    kind: 'launchTemplate',
    service: 'ec2',
    operation: 'DescribeLaunchTemplateVersions',
    list: 'LaunchTemplateVersions',
    size: 200,
    item: (p) => ({
      LaunchTemplateId: id('lt', own(p)),
      LaunchTemplateName: `workers-${own(p)}`,
      VersionNumber: 1,
      DefaultVersion: true,
      LaunchTemplateData: {
        InstanceType: 'm6i.large',
        NetworkInterfaces: [{ AssociatePublicIpAddress: publicTemplates.includes(p % makes), DeviceIndex: 0 }],
      },
    }),
  },
];
