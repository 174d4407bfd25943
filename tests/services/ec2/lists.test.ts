import { describe, expect, it } from 'vitest';
import type { AnyResourceType } from '../../../src/inventory/resource.ts';
import { address } from '../../../src/services/ec2/address.ts';
import { flowLog } from '../../../src/services/ec2/flow-log.ts';
import { instance } from '../../../src/services/ec2/instance.ts';
import { launchTemplate } from '../../../src/services/ec2/launch-template.ts';
import { networkAcl } from '../../../src/services/ec2/network-acl.ts';
import { networkInterface } from '../../../src/services/ec2/network-interface.ts';
import { routeTable } from '../../../src/services/ec2/route-table.ts';
import { securityGroup } from '../../../src/services/ec2/security-group.ts';
import { snapshot } from '../../../src/services/ec2/snapshot.ts';
import { subnet } from '../../../src/services/ec2/subnet.ts';
import { transitGateway } from '../../../src/services/ec2/transit-gateway.ts';
import { volume } from '../../../src/services/ec2/volume.ts';
import { vpcEndpointService } from '../../../src/services/ec2/vpc-endpoint-service.ts';
import { vpcEndpoint } from '../../../src/services/ec2/vpc-endpoint.ts';
import { vpcPeeringConnection } from '../../../src/services/ec2/vpc-peering-connection.ts';
import { vpc } from '../../../src/services/ec2/vpc.ts';
import { vpnConnection } from '../../../src/services/ec2/vpn-connection.ts';
import { collectType } from '../../helpers/resource-suite.ts';

interface List {
  readonly type: AnyResourceType;
  readonly operation: string;
  /** The answer that holds one resource. */
  readonly answer: (id: string) => object;
  /** The resource part of its ARN. */
  readonly arn: (id: string) => string;
}

const own = (kind: string) => (id: string) => `arn:aws:ec2:eu-west-1:111122223333:${kind}/${id}`;

const paged: readonly List[] = [
  {
    type: instance,
    operation: 'DescribeInstances',
    answer: (InstanceId) => ({ Reservations: [{ Instances: [{ InstanceId, State: { Name: 'running' } }] }] }),
    arn: own('instance'),
  },
  {
    type: securityGroup,
    operation: 'DescribeSecurityGroups',
    answer: (GroupId) => ({ SecurityGroups: [{ GroupId, OwnerId: '111122223333' }] }),
    arn: own('security-group'),
  },
  {
    type: networkAcl,
    operation: 'DescribeNetworkAcls',
    answer: (NetworkAclId) => ({ NetworkAcls: [{ NetworkAclId, OwnerId: '111122223333' }] }),
    arn: own('network-acl'),
  },
  {
    type: vpc,
    operation: 'DescribeVpcs',
    answer: (VpcId) => ({ Vpcs: [{ VpcId, OwnerId: '444455556666' }] }),
    arn: (id) => `arn:aws:ec2:eu-west-1:444455556666:vpc/${id}`,
  },
  {
    type: subnet,
    operation: 'DescribeSubnets',
    answer: (SubnetId) => ({ Subnets: [{ SubnetId, OwnerId: '111122223333' }] }),
    arn: own('subnet'),
  },
  {
    type: routeTable,
    operation: 'DescribeRouteTables',
    answer: (RouteTableId) => ({ RouteTables: [{ RouteTableId, OwnerId: '111122223333' }] }),
    arn: own('route-table'),
  },
  {
    type: networkInterface,
    operation: 'DescribeNetworkInterfaces',
    answer: (NetworkInterfaceId) => ({ NetworkInterfaces: [{ NetworkInterfaceId }] }),
    arn: own('network-interface'),
  },
  {
    type: volume,
    operation: 'DescribeVolumes',
    answer: (VolumeId) => ({ Volumes: [{ VolumeId }] }),
    arn: own('volume'),
  },
  {
    type: snapshot,
    operation: 'DescribeSnapshots',
    answer: (SnapshotId) => ({ Snapshots: [{ SnapshotId }] }),
    arn: (id) => `arn:aws:ec2:eu-west-1::snapshot/${id}`,
  },
  {
    type: launchTemplate,
    operation: 'DescribeLaunchTemplates',
    answer: (LaunchTemplateId) => ({ LaunchTemplates: [{ LaunchTemplateId }] }),
    arn: own('launch-template'),
  },
  {
    type: transitGateway,
    operation: 'DescribeTransitGateways',
    answer: (TransitGatewayId) => ({ TransitGateways: [{ TransitGatewayId }] }),
    arn: own('transit-gateway'),
  },
  {
    type: vpcEndpoint,
    operation: 'DescribeVpcEndpoints',
    answer: (VpcEndpointId) => ({ VpcEndpoints: [{ VpcEndpointId, OwnerId: '111122223333' }] }),
    arn: own('vpc-endpoint'),
  },
  {
    type: vpcEndpointService,
    operation: 'DescribeVpcEndpointServiceConfigurations',
    answer: (ServiceId) => ({ ServiceConfigurations: [{ ServiceId }] }),
    arn: own('vpc-endpoint-service'),
  },
  {
    type: vpcPeeringConnection,
    operation: 'DescribeVpcPeeringConnections',
    answer: (VpcPeeringConnectionId) => ({ VpcPeeringConnections: [{ VpcPeeringConnectionId }] }),
    arn: own('vpc-peering-connection'),
  },
  {
    type: flowLog,
    operation: 'DescribeFlowLogs',
    answer: (FlowLogId) => ({ FlowLogs: [{ FlowLogId }] }),
    arn: own('vpc-flow-log'),
  },
];

const whole: readonly List[] = [
  {
    type: address,
    operation: 'DescribeAddresses',
    answer: (AllocationId) => ({ Addresses: [{ AllocationId, PublicIp: '198.51.100.7' }] }),
    arn: own('elastic-ip'),
  },
  {
    type: vpnConnection,
    operation: 'DescribeVpnConnections',
    answer: (VpnConnectionId) => ({ VpnConnections: [{ VpnConnectionId }] }),
    arn: own('vpn-connection'),
  },
];

describe.each(paged.map((list) => [list.type.type, list] as const))('%s', (_type, { type, operation }) => {
  it('asks for pages of a fixed size, so that no answer grows without bound', async () => {
    const { sent } = await collectType(type, [], { [operation]: {} });
    expect(sent[0]?.input['MaxResults']).toBeGreaterThanOrEqual(100);
  });
});

describe.each([...paged, ...whole].map((list) => [list.type.type, list] as const))(
  '%s',
  (_type, { type, operation, answer, arn }) => {
    it('is listed under its ARN', async () => {
      const { records } = await collectType(type, [], { [operation]: answer('only') });
      expect(records.map((record) => [record.item.id, record.arn])).toEqual([['only', arn('only')]]);
    });
  },
);
