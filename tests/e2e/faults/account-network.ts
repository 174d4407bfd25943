import type { Front } from '../../../src/stand-in/front.ts';
import { account, daysAgo, regions } from './account-facts.ts';

/** Is in the user data of every instance. */
export const plantedSecret = 'xK9vQ2mT7pLw4ZrB8nYc';

/** A VPC with an open security group, an instance, disks and a public snapshot in each region. */
export function answerNetwork(front: Front): void {
  for (const region of regions) answerRegion(front, region, region === 'us-east-1' ? 'a' : 'b');
}

function answerRegion(front: Front, region: string, letter: string): void {
  const ec2 = (
    operation: string,
    body: object | ((request: { input: Readonly<Record<string, unknown>> }) => object),
  ): void => front.answer({ service: 'ec2', operation, region }, body);
  const id = (kind: string, n: number | string = 1): string => `${kind}-${letter}${n}`;
  const VpcId = id('vpc');
  const open = (port: number): object => ({
    IpProtocol: 'tcp',
    FromPort: port,
    ToPort: port,
    IpRanges: [{ CidrIp: '0.0.0.0/0' }],
    Ipv6Ranges: [],
    PrefixListIds: [],
    UserIdGroupPairs: [],
  });
  const all = {
    IpProtocol: '-1',
    IpRanges: [{ CidrIp: '0.0.0.0/0' }],
    Ipv6Ranges: [],
    PrefixListIds: [],
    UserIdGroupPairs: [],
  };
  const fromList = (port: number): object => ({
    ...open(port),
    IpRanges: [],
    PrefixListIds: [{ PrefixListId: id('pl') }],
  });
  const group = (n: number, GroupName: string, IpPermissions: object[], IpPermissionsEgress: object[]): object => ({
    GroupId: id('sg', n),
    GroupName,
    Description: GroupName,
    OwnerId: account,
    VpcId,
    IpPermissions,
    IpPermissionsEgress,
  });
  ec2('DescribeVpcs', {
    Vpcs: [{ VpcId, OwnerId: account, CidrBlock: '10.0.0.0/16', IsDefault: true, State: 'available' }],
  });
  ec2('DescribeSubnets', {
    Subnets: ['1', '2'].map((n) => ({
      SubnetId: id('subnet', n),
      SubnetArn: `arn:aws:ec2:${region}:${account}:subnet/${id('subnet', n)}`,
      VpcId,
      OwnerId: account,
      CidrBlock: `10.0.${n}.0/24`,
      AvailabilityZone: `${region}a`,
      MapPublicIpOnLaunch: n === '1',
      State: 'available',
      BlockPublicAccessStates: { InternetGatewayBlockMode: letter === 'a' ? 'block-bidirectional' : 'off' },
    })),
  });
  ec2('DescribeSecurityGroups', {
    SecurityGroups: [
      group(1, 'default', [], [all]),
      group(2, 'web', [open(22), open(443)], [all]),
      group(3, 'inside', [], []),
      ...(letter === 'a' ? [group(4, 'partners', [fromList(3389)], [])] : []),
    ],
  });
  ec2('DescribeNetworkInterfaces', {
    NetworkInterfaces: [
      {
        NetworkInterfaceId: id('eni'),
        VpcId,
        SubnetId: id('subnet'),
        OwnerId: account,
        Groups: [{ GroupId: id('sg', 2), GroupName: 'web' }],
        Status: 'in-use',
        InterfaceType: 'interface',
      },
    ],
  });
  ec2('DescribeNetworkAcls', {
    NetworkAcls: [
      {
        NetworkAclId: id('acl'),
        VpcId,
        OwnerId: account,
        IsDefault: true,
        Associations: [{ NetworkAclAssociationId: id('assoc'), NetworkAclId: id('acl'), SubnetId: id('subnet') }],
        Entries: [
          { RuleNumber: 100, Egress: false, Protocol: '-1', RuleAction: 'allow', CidrBlock: '0.0.0.0/0' },
          { RuleNumber: 32767, Egress: false, Protocol: '-1', RuleAction: 'deny', CidrBlock: '0.0.0.0/0' },
        ],
      },
    ],
  });
  ec2('DescribeRouteTables', {
    RouteTables: [
      {
        RouteTableId: id('rtb'),
        VpcId,
        OwnerId: account,
        Associations: [{ Main: true, RouteTableAssociationId: id('rtba'), RouteTableId: id('rtb') }],
        Routes: [
          { DestinationCidrBlock: '0.0.0.0/0', GatewayId: id('igw'), State: 'active', Origin: 'CreateRoute' },
          ...(letter === 'a'
            ? [{ DestinationCidrBlock: '10.9.1.0/24', VpcPeeringConnectionId: id('pcx'), State: 'active' }]
            : []),
        ],
      },
    ],
  });
  ec2('DescribeFlowLogs', {
    FlowLogs:
      letter === 'a'
        ? [
            {
              FlowLogId: id('fl'),
              FlowLogStatus: 'ACTIVE',
              ResourceId: VpcId,
              TrafficType: 'ALL',
              DeliverLogsStatus: 'SUCCESS',
              LogDestinationType: 'cloud-watch-logs',
              CreationTime: daysAgo(9),
            },
          ]
        : [],
  });
  ec2('DescribeVpcEndpoints', {
    VpcEndpoints: [
      {
        VpcEndpointId: id('vpce'),
        VpcEndpointType: 'Gateway',
        VpcId,
        ServiceName: `com.amazonaws.${region}.s3`,
        State: 'available',
        OwnerId: account,
        RouteTableIds: [id('rtb')],
        SubnetIds: [],
        Groups: [],
        PolicyDocument:
          '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}',
      },
    ],
  });
  ec2('DescribeVpcEndpointServices', {
    ServiceNames: [`com.amazonaws.${region}.s3`],
    ServiceDetails: [
      {
        ServiceName: `com.amazonaws.${region}.s3`,
        ServiceType: [{ ServiceType: 'Gateway' }],
        VpcEndpointPolicySupported: true,
        Owner: 'amazon',
      },
    ],
  });
  ec2('DescribeVpcEndpointServiceConfigurations', {
    ServiceConfigurations: [
      {
        ServiceId: id('vpce-svc'),
        ServiceName: `com.amazonaws.vpce.${region}.${id('vpce-svc')}`,
        ServiceState: 'Available',
        ServiceType: [{ ServiceType: 'Interface' }],
        AcceptanceRequired: true,
      },
    ],
  });
  ec2('DescribeVpcEndpointServicePermissions', { AllowedPrincipals: [{ PrincipalType: 'All', Principal: '*' }] });
  ec2('DescribeInstances', {
    Reservations: [
      {
        ReservationId: id('r'),
        OwnerId: account,
        Instances: ['1', '2'].map((n) => ({
          InstanceId: id('i', n),
          ImageId: 'ami-1',
          State: { Code: 16, Name: 'running' },
          LaunchTime: daysAgo(30),
          InstanceType: 't3.micro',
          VpcId,
          SubnetId: id('subnet'),
          PrivateIpAddress: `10.0.1.${n}`,
          ...(n === '1'
            ? { PublicIpAddress: '203.0.113.7' }
            : { IamInstanceProfile: { Arn: `arn:aws:iam::${account}:instance-profile/app`, Id: 'AIPA1' } }),
          MetadataOptions: {
            HttpTokens: n === '1' ? 'optional' : 'required',
            HttpEndpoint: 'enabled',
            State: 'applied',
          },
          SecurityGroups: [{ GroupId: id('sg', 2), GroupName: 'web' }],
          NetworkInterfaces: [],
          BlockDeviceMappings: [],
          Monitoring: { State: 'disabled' },
        })),
      },
    ],
  });
  ec2('DescribeInstanceAttribute', ({ input }) => ({
    InstanceId: String(input['InstanceId']),
    UserData: { Value: Buffer.from(`#!/bin/sh\nexport DB_PASSWORD=${plantedSecret}\n`).toString('base64') },
  }));
  ec2('DescribeVolumes', {
    Volumes: ['1', '2'].map((n) => ({
      VolumeId: id('vol', n),
      Size: 8,
      State: 'in-use',
      VolumeType: 'gp3',
      Encrypted: n === '1',
      AvailabilityZone: `${region}a`,
      CreateTime: daysAgo(30),
      Attachments: [
        {
          InstanceId: id('i', n),
          State: 'attached',
          Device: '/dev/xvda',
          VolumeId: id('vol', n),
          DeleteOnTermination: true,
        },
      ],
    })),
  });
  const snapshot = (n: number): object => ({
    SnapshotId: id('snap', n),
    OwnerId: account,
    VolumeId: id('vol'),
    VolumeSize: 8,
    Encrypted: false,
    State: 'completed',
    StartTime: daysAgo(20),
    Progress: '100%',
  });
  ec2('DescribeSnapshots', ({ input }) => ({
    Snapshots: Array.isArray(input['RestorableByUserIds']) ? [snapshot(1)] : [snapshot(1), snapshot(2)],
  }));
  ec2('DescribeSnapshotAttribute', ({ input }) => ({
    SnapshotId: String(input['SnapshotId']),
    CreateVolumePermissions: input['SnapshotId'] === id('snap', 1) ? [{ Group: 'all' }] : [],
  }));
  ec2('GetSnapshotBlockPublicAccessState', { State: 'unblocked' });
  ec2('GetInstanceMetadataDefaults', {
    AccountLevel: letter === 'a' ? { HttpTokens: 'required', ManagedBy: 'account' } : {},
  });
  ec2('GetEbsEncryptionByDefault', { EbsEncryptionByDefault: letter === 'a' });
  ec2('DescribeAddresses', { Addresses: [{ AllocationId: id('eipalloc'), PublicIp: '203.0.113.8', Domain: 'vpc' }] });
  ec2('DescribeLaunchTemplates', {
    LaunchTemplates: [
      {
        LaunchTemplateId: id('lt'),
        LaunchTemplateName: 'web',
        DefaultVersionNumber: 1,
        LatestVersionNumber: 1,
        CreateTime: daysAgo(50),
      },
    ],
  });
  ec2('DescribeLaunchTemplateVersions', {
    LaunchTemplateVersions: [
      {
        LaunchTemplateId: id('lt'),
        LaunchTemplateName: 'web',
        VersionNumber: 1,
        DefaultVersion: true,
        LaunchTemplateData: { NetworkInterfaces: [{ AssociatePublicIpAddress: true, DeviceIndex: 0 }] },
      },
    ],
  });
}
