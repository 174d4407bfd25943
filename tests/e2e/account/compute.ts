import { CloudWatchClient, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import {
  AllocateAddressCommand,
  AssociateAddressCommand,
  CreateLaunchTemplateCommand,
  CreateSnapshotCommand,
  CreateTagsCommand,
  CreateVolumeCommand,
  DescribeInstancesCommand,
  EC2Client,
  EnableEbsEncryptionByDefaultCommand,
  ModifySnapshotAttributeCommand,
  RunInstancesCommand,
} from '@aws-sdk/client-ec2';
import { AddRoleToInstanceProfileCommand, CreateInstanceProfileCommand, IAMClient } from '@aws-sdk/client-iam';
import { named, type Network, type Vpc } from './network.ts';
import { leakyScript } from './secrets.ts';
import { accountIds, given, type World } from './world.ts';

/** Instances, disks, templates and addresses, in `main` in eu-west-1. */
export async function buildCompute(world: World, network: Network): Promise<void> {
  const iam = new IAMClient(world.at('main'));
  await iam.send(new CreateInstanceProfileCommand({ InstanceProfileName: 'app-server' }));
  await iam.send(new AddRoleToInstanceProfileCommand({ InstanceProfileName: 'app-server', RoleName: 'app-server' }));
  const ec2 = new EC2Client(world.at('main', 'eu-west-1'));
  const IamInstanceProfile = { Name: 'app-server' };
  const web = await run(
    ec2,
    'web-1',
    network.openSubnet,
    given(network.groups['open-everything'], 'group'),
    {
      AssociatePublicIpAddress: true,
    },
    { IamInstanceProfile, UserData: leakyScript },
  );
  const app = await run(
    ec2,
    'app-1',
    network.closedSubnet,
    given(network.groups['internal'], 'group'),
    { AssociatePublicIpAddress: false },
    {
      IamInstanceProfile,
      MetadataOptions: { HttpTokens: 'required', HttpEndpoint: 'enabled' },
    },
  );
  await putMetrics(world, { [app]: [2, 1000], [web]: [95, 9_000_000] });
  await disks(ec2);
  await ec2.send(
    new CreateLaunchTemplateCommand({
      LaunchTemplateName: 'public-template',
      LaunchTemplateData: { NetworkInterfaces: [{ DeviceIndex: 0, AssociatePublicIpAddress: true }] },
    }),
  );
  await ec2.send(
    new CreateLaunchTemplateCommand({
      LaunchTemplateName: 'private-template',
      LaunchTemplateData: {
        NetworkInterfaces: [{ DeviceIndex: 0, AssociatePublicIpAddress: false }],
        MetadataOptions: { HttpTokens: 'required', HttpEndpoint: 'enabled' },
      },
    }),
  );
  await new EC2Client(world.at('main', 'us-east-1')).send(new EnableEbsEncryptionByDefaultCommand({}));
  cannedCompute(world);
}

async function run(
  ec2: EC2Client,
  name: string,
  SubnetId: string,
  group: string,
  nic: { AssociatePublicIpAddress: boolean },
  more: object = {},
): Promise<string> {
  const { Instances } = await ec2.send(
    new RunInstancesCommand({
      ImageId: 'ami-12c6146b',
      MinCount: 1,
      MaxCount: 1,
      InstanceType: 't3.micro',
      NetworkInterfaces: [{ DeviceIndex: 0, SubnetId, Groups: [group], ...nic }],
      ...named('instance', name, { team: 'web' }),
      ...more,
    }),
  );
  const id = given(Instances?.[0]?.InstanceId, 'instance');
  const { Reservations } = await ec2.send(new DescribeInstancesCommand({ InstanceIds: [id] }));
  const disk = Reservations?.[0]?.Instances?.[0]?.BlockDeviceMappings?.[0]?.Ebs?.VolumeId;
  if (disk !== undefined)
    await ec2.send(new CreateTagsCommand({ Resources: [disk], Tags: [{ Key: 'Name', Value: `disk of ${name}` }] }));
  return id;
}

/** CPU in percent and network in bytes of each of the last four days, by instance. Only AWS itself may write these; moto lets us. */
async function putMetrics(world: World, instances: Readonly<Record<string, readonly [number, number]>>): Promise<void> {
  const cloudwatch = new CloudWatchClient(world.at('main', 'eu-west-1'));
  const today = Math.floor(Date.now() / 86_400_000);
  for (const [id, [cpu, network]] of Object.entries(instances)) {
    for (const back of [1, 2, 3, 4]) {
      const point = (MetricName: string, Value: number) => ({
        MetricName,
        Value,
        Timestamp: new Date((today - back + 0.5) * 86_400_000),
        Dimensions: [{ Name: 'InstanceId', Value: id }],
      });
      const MetricData = [point('CPUUtilization', cpu), point('NetworkIn', network), point('NetworkOut', network)];
      await cloudwatch.send(new PutMetricDataCommand({ Namespace: 'AWS/EC2', MetricData }));
    }
  }
}

async function disks(ec2: EC2Client): Promise<void> {
  const AvailabilityZone = 'eu-west-1a';
  const { VolumeId } = await ec2.send(
    new CreateVolumeCommand({ AvailabilityZone, Size: 8, ...named('volume', 'plain-disk') }),
  );
  await ec2.send(
    new CreateVolumeCommand({ AvailabilityZone, Size: 8, Encrypted: true, ...named('volume', 'encrypted-disk') }),
  );
  for (const VolumeType of ['gp2', 'gp3', 'io1', 'io2', 'sc1', 'st1', 'standard'] as const) {
    const iops = VolumeType === 'io1' || VolumeType === 'io2' || VolumeType === 'gp3' ? { Iops: 3000 } : {};
    const volume = { AvailabilityZone, Size: 1024, Encrypted: true, VolumeType, ...iops };
    await ec2.send(new CreateVolumeCommand({ ...volume, ...named('volume', `${VolumeType}-disk`) }));
  }
  const { SnapshotId } = await ec2.send(
    new CreateSnapshotCommand({ VolumeId, ...named('snapshot', 'public-snapshot') }),
  );
  await ec2.send(
    new ModifySnapshotAttributeCommand({
      SnapshotId,
      Attribute: 'createVolumePermission',
      OperationType: 'add',
      GroupNames: ['all'],
    }),
  );
  await ec2.send(new CreateSnapshotCommand({ VolumeId, ...named('snapshot', 'private-snapshot') }));
}

/** Elastic IPs of `second` on an instance: one that Shield Advanced protects, one that it does not; and one that is idle. */
export async function buildAddresses(
  ec2: EC2Client,
  { subnet, group }: Vpc,
): Promise<{ readonly protectedIp: string }> {
  const InstanceId = await run(ec2, 'second-1', subnet, group, { AssociatePublicIpAddress: false });
  const ids: string[] = [];
  for (const name of ['protected-ip', 'unprotected-ip', 'idle-ip']) {
    const { AllocationId } = await ec2.send(
      new AllocateAddressCommand({ Domain: 'vpc', ...named('elastic-ip', name) }),
    );
    ids.push(given(AllocationId, 'address'));
    if (name !== 'idle-ip')
      await ec2.send(new AssociateAddressCommand({ AllocationId, InstanceId, AllowReassociation: true }));
  }
  return { protectedIp: given(ids[0], 'address') };
}

const tunnel = (OutsideIpAddress: string, strong: boolean): object => {
  if (!strong) return { OutsideIpAddress };
  const values = (...list: unknown[]) => list.map((Value) => ({ Value }));
  return {
    OutsideIpAddress,
    IkeVersions: values('ikev2'),
    Phase1EncryptionAlgorithms: values('AES256'),
    Phase2EncryptionAlgorithms: values('AES256'),
    Phase1IntegrityAlgorithms: values('SHA2-256'),
    Phase2IntegrityAlgorithms: values('SHA2-256'),
    Phase1DHGroupNumbers: values(20),
    Phase2DHGroupNumbers: values(20),
    PreSharedKey: 'e2e-preshared-key-never-to-be-seen',
    LogOptions: {
      CloudWatchLogOptions: { LogEnabled: true, LogGroupArn: 'arn:aws:logs:eu-west-1:123456789012:log-group:vpn' },
    },
  };
};

const vpn = (id: string, name: string, strong: boolean): object => ({
  VpnConnectionId: id,
  State: 'available',
  Type: 'ipsec.1',
  CustomerGatewayConfiguration: '<pre_shared_key>e2e-preshared-key-never-to-be-seen</pre_shared_key>',
  Tags: [{ Key: 'Name', Value: name }],
  Options: { TunnelOptions: [tunnel('203.0.113.1', strong), tunnel('203.0.113.2', strong)] },
  VgwTelemetry: ['203.0.113.1', '203.0.113.2'].map((OutsideIpAddress, index) => ({
    OutsideIpAddress,
    Status: strong || index === 0 ? 'UP' : 'DOWN',
    LastStatusChange: '2026-01-01T00:00:00Z',
  })),
});

function cannedCompute({ front }: World): void {
  // Not in the emulator.
  front.answer({ service: 'ec2', operation: 'GetSnapshotBlockPublicAccessState' }, ({ region }) => ({
    State: region === 'us-east-1' ? 'block-all-sharing' : 'unblocked',
  }));
  // The emulator's own images are AWS's.
  front.answer({ service: 'ec2', operation: 'DescribeImages' }, ({ account, region }) => ({
    Images: (account === accountIds.main && region === 'us-east-1' ? ['web', 'open'] : []).map((Name) => ({
      ImageId: `ami-${Name}`,
      OwnerId: accountIds.main,
      Name,
      Public: Name === 'open',
      State: 'available',
      CreationDate: Name === 'open' ? '2020-01-01T00:00:00.000Z' : new Date().toISOString(),
    })),
  }));
  front.answer({ service: 'ec2', operation: 'GetImageBlockPublicAccessState' }, ({ region }) => ({
    ImageBlockPublicAccessState: region === 'us-east-1' ? 'block-new-sharing' : 'unblocked',
    ManagedBy: 'account',
  }));
  front.answer({ service: 'ec2', operation: 'GetSerialConsoleAccessStatus' }, ({ region }) => ({
    SerialConsoleAccessEnabled: region !== 'us-east-1',
    ManagedBy: 'account',
  }));
  front.answer({ service: 'ec2', operation: 'DescribeVpcBlockPublicAccessOptions' }, ({ region }) => ({
    VpcBlockPublicAccessOptions: {
      State: 'default-state',
      InternetGatewayBlockMode: region === 'us-east-1' ? 'block-ingress' : 'off',
      ManagedBy: 'account',
    },
  }));
  front.answer({ service: 'ec2', operation: 'GetInstanceMetadataDefaults' }, ({ region }) => ({
    AccountLevel:
      region === 'us-east-1' ? { HttpTokens: 'required', HttpTokensEnforced: 'enabled', ManagedBy: 'account' } : {},
  }));
  front.answer({ service: 'ec2', operation: 'DescribeAccountVpcEncryptionControl' }, ({ region }) => ({
    AccountVpcEncryptionControl:
      region === 'us-east-1'
        ? { State: 'transitions-successful', Mode: 'attempt-enforce', ManagedBy: 'account' }
        : { State: 'default-state', Mode: 'unmanaged', ManagedBy: 'account' },
  }));
  // The emulator takes seconds to answer this, for all services of the region.
  front.answer({ service: 'ec2', operation: 'DescribeVpcEndpointServices' }, ({ region }) => ({
    ServiceDetails: ['s3', 'dynamodb', 'ec2'].map((service) => ({
      ServiceName: `com.amazonaws.${region}.${service}`,
      VpcEndpointPolicySupported: true,
    })),
  }));
  // The emulator's connections have neither tunnel options nor telemetry.
  front.answer({ service: 'ec2', operation: 'DescribeVpnConnections' }, ({ region, account }) => ({
    VpnConnections:
      region === 'eu-west-1' && account === '123456789012'
        ? [vpn('vpn-0aaa', 'vpn-weak', false), vpn('vpn-0bbb', 'vpn-strong', true)]
        : [],
  }));
}
