import { expect, it } from 'vitest';
import { instance } from '../../../src/services/ec2/instance.ts';
import { collectType } from '../../helpers/resource-suite.ts';

const full = {
  InstanceId: 'i-1',
  State: { Code: 16, Name: 'running' },
  VpcId: 'vpc-1',
  SubnetId: 'subnet-1',
  PublicIpAddress: '198.51.100.1',
  IamInstanceProfile: { Arn: 'arn:aws:iam::111122223333:instance-profile/web', Id: 'AIPA' },
  MetadataOptions: { State: 'applied', HttpEndpoint: 'enabled', HttpTokens: 'optional', HttpPutResponseHopLimit: 2 },
  LaunchTime: new Date('2026-01-01T00:00:00Z'),
  Tags: [
    { Key: 'Name', Value: 'web' },
    { Key: 'team', Value: 'shop' },
  ],
  NetworkInterfaces: [
    {
      NetworkInterfaceId: 'eni-1',
      VpcId: 'vpc-1',
      SubnetId: 'subnet-1',
      Attachment: { DeviceIndex: 0 },
      Association: { PublicIp: '198.51.100.1', IpOwnerId: 'amazon' },
      PrivateIpAddresses: [
        { PrivateIpAddress: '10.0.0.4', Association: { PublicIp: '198.51.100.1' } },
        { PrivateIpAddress: '10.0.0.5', Association: { PublicIp: '198.51.100.2' } },
        { PrivateIpAddress: '10.0.0.6' },
      ],
      Ipv6Addresses: [{ Ipv6Address: '2600:1f18::1' }],
      Ipv6Prefixes: [{ Ipv6Prefix: '2600:1f18:0:0:1::/80' }],
      Groups: [{ GroupId: 'sg-1', GroupName: 'web' }],
    },
  ],
};

it('projects an instance to what checks read', async () => {
  const { records } = await collectType(instance, [], { DescribeInstances: { Reservations: [{ Instances: [full] }] } });
  expect(records[0]?.item).toEqual({
    id: 'i-1',
    name: 'web',
    tags: { Name: 'web', team: 'shop' },
    state: 'running',
    launchedAt: '2026-01-01T00:00:00.000Z',
    vpcId: 'vpc-1',
    subnetId: 'subnet-1',
    network: { type: undefined, ena: undefined, sriov: undefined },
    publicIp: '198.51.100.1',
    profileArn: 'arn:aws:iam::111122223333:instance-profile/web',
    metadata: { endpoint: 'enabled', tokens: 'optional', hopLimit: 2 },
    interfaces: [
      {
        id: 'eni-1',
        vpcId: 'vpc-1',
        subnetId: 'subnet-1',
        deviceIndex: 0,
        groupIds: ['sg-1'],
        publicIps: ['198.51.100.1', '198.51.100.2'],
        privateIps: ['10.0.0.4', '10.0.0.5', '10.0.0.6'],
        ipv6: ['2600:1f18::1', '2600:1f18:0:0:1::/80'],
      },
    ],
  });
});

it('lists the instances of every reservation and none that is gone', async () => {
  const at = (InstanceId: string, Name: string) => ({ InstanceId, State: { Name } });
  const { records } = await collectType(instance, [], {
    DescribeInstances: {
      Reservations: [
        { Instances: [at('i-1', 'running'), at('i-2', 'terminated')] },
        { Instances: [at('i-3', 'stopped'), at('i-4', 'shutting-down'), at('i-5', 'pending')] },
      ],
    },
  });
  expect(records.map((record) => record.item.id)).toEqual(['i-1', 'i-3', 'i-5']);
});

it.each([
  ['User initiated (2026-01-05 10:00:00 GMT)', '2026-01-05T10:00:00.000Z'],
  ['User initiated (2026-01-05 10:00:00 UTC)', '2026-01-05T10:00:00.000Z'],
  ['Server.SpotInstanceShutdown', undefined],
  ['', undefined],
])('reads of %j when an instance was stopped', async (StateTransitionReason, at) => {
  const stopped = { InstanceId: 'i-1', State: { Name: 'stopped' as const }, StateTransitionReason };
  const { records } = await collectType(instance, [], {
    DescribeInstances: { Reservations: [{ Instances: [stopped] }] },
  });
  expect({ stoppedAt: undefined, ...records[0]?.item }).toMatchObject({ stoppedAt: at });
});
