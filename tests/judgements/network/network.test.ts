import { describe, expect, it } from 'vitest';
import { flowLog } from '../../../src/services/ec2/flow-log.ts';
import { networkAcl } from '../../../src/services/ec2/network-acl.ts';
import { networkInterface } from '../../../src/services/ec2/network-interface.ts';
import { routeTable } from '../../../src/services/ec2/route-table.ts';
import { subnet } from '../../../src/services/ec2/subnet.ts';
import { transitGateway } from '../../../src/services/ec2/transit-gateway.ts';
import { volume } from '../../../src/services/ec2/volume.ts';
import { awsError, collectType } from '../../helpers/resource-suite.ts';

it('projects a network ACL', async () => {
  const { records } = await collectType(networkAcl, [], {
    DescribeNetworkAcls: {
      NetworkAcls: [
        {
          NetworkAclId: 'acl-1',
          OwnerId: '111122223333',
          VpcId: 'vpc-1',
          IsDefault: true,
          Associations: [{ SubnetId: 'subnet-1', NetworkAclId: 'acl-1' }],
          Entries: [
            {
              RuleNumber: 100,
              Egress: false,
              RuleAction: 'allow',
              Protocol: '6',
              CidrBlock: '0.0.0.0/0',
              PortRange: { From: 443, To: 443 },
            },
            { RuleNumber: 32_767, Egress: true, RuleAction: 'deny', Protocol: '-1', Ipv6CidrBlock: '::/0' },
          ],
        },
      ],
    },
  });
  expect(records[0]?.item).toMatchObject({
    vpcId: 'vpc-1',
    isDefault: true,
    subnetIds: ['subnet-1'],
    entries: [
      { number: 100, egress: false, action: 'allow', protocol: '6', cidr: '0.0.0.0/0', fromPort: 443, toPort: 443 },
      { number: 32_767, egress: true, action: 'deny', protocol: '-1', ipv6Cidr: '::/0' },
    ],
  });
});

it('projects a route table', async () => {
  const { records } = await collectType(routeTable, [], {
    DescribeRouteTables: {
      RouteTables: [
        {
          RouteTableId: 'rtb-1',
          OwnerId: '111122223333',
          VpcId: 'vpc-1',
          Associations: [
            { Main: true, RouteTableId: 'rtb-1' },
            { Main: false, SubnetId: 'subnet-1' },
          ],
          Routes: [
            { DestinationCidrBlock: '10.0.0.0/16', GatewayId: 'local', State: 'active' },
            { DestinationIpv6CidrBlock: '::/0', GatewayId: 'igw-1', State: 'active' },
            { DestinationPrefixListId: 'pl-1', VpcPeeringConnectionId: 'pcx-1', State: 'blackhole' },
          ],
        },
      ],
    },
  });
  expect(records[0]?.item).toMatchObject({
    main: true,
    subnetIds: ['subnet-1'],
    routes: [
      { destination: '10.0.0.0/16', gatewayId: 'local', state: 'active' },
      { destination: '::/0', gatewayId: 'igw-1' },
      { prefixListId: 'pl-1', peeringId: 'pcx-1', state: 'blackhole' },
    ],
  });
});

describe('VPC Block Public Access', () => {
  const subnetOf = (SubnetId: string, VpcId: string, InternetGatewayBlockMode: string) => ({
    SubnetId,
    VpcId,
    BlockPublicAccessStates: { InternetGatewayBlockMode },
  });
  const exclusion = (resource: string, InternetGatewayExclusionMode: string, State = 'create-complete') => ({
    ResourceArn: `arn:aws:ec2:eu-west-1:111122223333:${resource}`,
    InternetGatewayExclusionMode,
    State,
  });

  it('closes a subnet unless an exclusion in force lets the internet in', async () => {
    const ids = ['subnet-1', 'subnet-2', 'subnet-3', 'subnet-4', 'subnet-5'];
    const { records, sent } = await collectType(subnet, ['inboundBlock'], {
      DescribeSubnets: {
        Subnets: [
          ...ids.map((id) => subnetOf(id, 'vpc-1', 'block-ingress')),
          subnetOf('subnet-6', 'vpc-2', 'block-bidirectional'),
          subnetOf('subnet-7', 'vpc-3', 'off'),
          { SubnetId: 'subnet-8', VpcId: 'vpc-3' },
        ],
      },
      DescribeVpcBlockPublicAccessExclusions: ({ NextToken }: { NextToken?: string }) =>
        NextToken === undefined
          ? {
              VpcBlockPublicAccessExclusions: [
                exclusion('subnet/subnet-2', 'allow-bidirectional'),
                exclusion('subnet/subnet-3', 'allow-egress'),
                exclusion('subnet/subnet-4', 'allow-bidirectional', 'delete-complete'),
                exclusion('subnet/subnet-5', 'allow-bidirectional', 'delete-in-progress'),
              ],
              NextToken: 'x',
            }
          : { VpcBlockPublicAccessExclusions: [exclusion('vpc/vpc-2', 'allow-bidirectional')] },
    });
    expect(records.map(({ item, outcomes }) => [item.id, outcomes['inboundBlock']])).toEqual([
      ['subnet-1', { kind: 'present', value: 'block-ingress' }],
      ['subnet-2', { kind: 'present', value: 'off' }],
      ['subnet-3', { kind: 'present', value: 'block-ingress' }],
      ['subnet-4', { kind: 'present', value: 'block-ingress' }],
      ['subnet-5', { kind: 'present', value: 'off' }],
      ['subnet-6', { kind: 'present', value: 'off' }],
      ['subnet-7', { kind: 'present', value: 'off' }],
      ['subnet-8', { kind: 'present', value: 'off' }],
    ]);
    expect(sent.filter(({ operation }) => operation === 'DescribeVpcBlockPublicAccessExclusions')).toHaveLength(2);
  });

  it('asks for no exclusions where it is off', async () => {
    const { sent } = await collectType(subnet, ['inboundBlock'], {
      DescribeSubnets: { Subnets: [subnetOf('subnet-1', 'vpc-1', 'off')] },
    });
    expect(sent.map(({ operation }) => operation)).toEqual(['DescribeSubnets']);
  });

  it('leaves the subnet undecided where exclusions are denied', async () => {
    const { records } = await collectType(subnet, ['inboundBlock'], {
      DescribeSubnets: { Subnets: [subnetOf('subnet-1', 'vpc-1', 'block-ingress')] },
      DescribeVpcBlockPublicAccessExclusions: awsError('UnauthorizedOperation', 'no', 403),
    });
    expect(records[0]?.outcomes['inboundBlock']).toMatchObject({
      kind: 'denied',
      actions: ['ec2:DescribeVpcBlockPublicAccessExclusions'],
    });
  });
});

it('projects a network interface', async () => {
  const { records } = await collectType(networkInterface, [], {
    DescribeNetworkInterfaces: {
      NetworkInterfaces: [
        {
          NetworkInterfaceId: 'eni-1',
          Groups: [{ GroupId: 'sg-1' }, { GroupId: 'sg-2' }],
          Attachment: { InstanceId: 'i-1' },
        },
      ],
    },
  });
  expect(records[0]?.item).toMatchObject({ groupIds: ['sg-1', 'sg-2'], instanceId: 'i-1' });
});

it('projects a flow log', async () => {
  const { records } = await collectType(flowLog, [], {
    DescribeFlowLogs: {
      FlowLogs: [
        {
          FlowLogId: 'fl-1',
          ResourceId: 'vpc-1',
          FlowLogStatus: 'ACTIVE',
          TrafficType: 'REJECT',
          DeliverLogsStatus: 'FAILED',
          DeliverLogsErrorMessage: 'Access error',
          CreationTime: new Date('2026-01-01T00:00:00Z'),
        },
      ],
    },
  });
  expect(records[0]?.item).toMatchObject({
    resourceId: 'vpc-1',
    status: 'ACTIVE',
    trafficType: 'REJECT',
    deliveryStatus: 'FAILED',
    deliveryError: 'Access error',
  });
});

it('projects a transit gateway and leaves deleted ones out', async () => {
  const { records } = await collectType(transitGateway, [], {
    DescribeTransitGateways: {
      TransitGateways: [
        {
          TransitGatewayId: 'tgw-1',
          TransitGatewayArn: 'arn:aws:ec2:eu-west-1:444455556666:transit-gateway/tgw-1',
          OwnerId: '444455556666',
          State: 'available',
          Options: { AutoAcceptSharedAttachments: 'enable' },
        },
        { TransitGatewayId: 'tgw-2', State: 'deleted' },
      ],
    },
  });
  expect(records.map(({ arn, item }) => ({ arn, item }))).toMatchObject([
    {
      arn: 'arn:aws:ec2:eu-west-1:444455556666:transit-gateway/tgw-1',
      item: { ownerId: '444455556666', autoAcceptSharedAttachments: 'enable' },
    },
  ]);
});

it('projects a volume and leaves deleted ones out', async () => {
  const { records } = await collectType(volume, [], {
    DescribeVolumes: {
      Volumes: [
        { VolumeId: 'vol-1', Encrypted: false, State: 'in-use', Attachments: [{ InstanceId: 'i-1' }] },
        { VolumeId: 'vol-2', State: 'deleting' },
      ],
    },
  });
  expect(records.map(({ item }) => item)).toMatchObject([{ id: 'vol-1', encrypted: false, instanceIds: ['i-1'] }]);
});
