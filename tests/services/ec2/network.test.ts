import { expect, it } from 'vitest';
import { flowLog } from '../../../src/services/ec2/flow-log.ts';
import { networkAcl } from '../../../src/services/ec2/network-acl.ts';
import { networkInterface } from '../../../src/services/ec2/network-interface.ts';
import { routeTable } from '../../../src/services/ec2/route-table.ts';
import { subnet } from '../../../src/services/ec2/subnet.ts';
import { transitGateway } from '../../../src/services/ec2/transit-gateway.ts';
import { volume } from '../../../src/services/ec2/volume.ts';
import { collectType } from '../../helpers/resource-suite.ts';

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
      { destination: undefined, prefixListId: 'pl-1', peeringId: 'pcx-1', state: 'blackhole' },
    ],
  });
});

it('tells what VPC Block Public Access does to a subnet', async () => {
  const { records } = await collectType(subnet, [], {
    DescribeSubnets: {
      Subnets: [
        {
          SubnetId: 'subnet-1',
          VpcId: 'vpc-1',
          BlockPublicAccessStates: { InternetGatewayBlockMode: 'block-ingress' },
        },
        { SubnetId: 'subnet-2', VpcId: 'vpc-1' },
      ],
    },
  });
  expect(records.map(({ item }) => item)).toMatchObject([
    { vpcId: 'vpc-1', internetGatewayBlockMode: 'block-ingress' },
    { vpcId: 'vpc-1', internetGatewayBlockMode: undefined },
  ]);
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
