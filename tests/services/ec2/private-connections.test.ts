import { interfaceName } from '../../../src/services/ec2/endpoint-for.ts';
import { describe, expect, it } from 'vitest';
import { vpcEndpointService } from '../../../src/services/ec2/vpc-endpoint-service.ts';
import { vpcEndpoint } from '../../../src/services/ec2/vpc-endpoint.ts';
import { vpcPeeringConnection } from '../../../src/services/ec2/vpc-peering-connection.ts';
import { vpnConnection } from '../../../src/services/ec2/vpn-connection.ts';
import { awsError, collectType } from '../../helpers/resource-suite.ts';

describe('AWS::EC2::VPCEndpoint', () => {
  it('is projected, its state in lower case, and left out when it is gone', async () => {
    const { records } = await collectType(vpcEndpoint, [], {
      DescribeVpcEndpoints: {
        VpcEndpoints: [
          {
            VpcEndpointId: 'vpce-1',
            OwnerId: '111122223333',
            VpcId: 'vpc-1',
            VpcEndpointType: 'Gateway',
            ServiceName: 'com.amazonaws.eu-west-1.s3',
            State: 'Available',
            RouteTableIds: ['rtb-1'],
            PolicyDocument: '{"Statement":[]}',
          },
          { VpcEndpointId: 'vpce-2', State: 'pendingAcceptance', PolicyDocument: '' },
          { VpcEndpointId: 'vpce-3', State: 'deleted' },
        ],
      },
    });
    expect(records.map(({ item }) => item)).toMatchObject([
      {
        vpcId: 'vpc-1',
        endpointType: 'Gateway',
        serviceName: 'com.amazonaws.eu-west-1.s3',
        state: 'available',
        routeTableIds: ['rtb-1'],
        policy: '{"Statement":[]}',
      },
      { id: 'vpce-2', state: 'pendingacceptance', routeTableIds: [] },
    ]);
  });
});

describe('the endpoint policies that services obey', () => {
  const endpoint = (VpcEndpointId: string, service: string) => ({
    VpcEndpointId,
    ServiceName: `com.amazonaws.eu-west-1.${service}`,
  });
  const three = { VpcEndpoints: [endpoint('vpce-1', 'sqs'), endpoint('vpce-2', 'xyz'), endpoint('vpce-3', 'new')] };
  const detail = (service: string, VpcEndpointPolicySupported: boolean) => ({
    ServiceName: `com.amazonaws.eu-west-1.${service}`,
    VpcEndpointPolicySupported,
  });

  it('are asked for once, every page', async () => {
    const { records, sent } = await collectType(vpcEndpoint, ['policySupported'], {
      DescribeVpcEndpoints: three,
      DescribeVpcEndpointServices: ({ NextToken }: { NextToken?: string }) =>
        NextToken === undefined
          ? { ServiceDetails: [detail('sqs', true)], NextToken: 'x' }
          : { ServiceDetails: [detail('xyz', false)] },
    });
    expect(records.map((record) => record.outcomes['policySupported'])).toEqual([
      { kind: 'present', value: true },
      { kind: 'present', value: false },
      { kind: 'present', value: undefined },
    ]);
    expect(sent.map(({ operation }) => operation)).toEqual([
      'DescribeVpcEndpoints',
      'DescribeVpcEndpointServices',
      'DescribeVpcEndpointServices',
    ]);
  });

  it('name the action that is missing', async () => {
    const { records } = await collectType(vpcEndpoint, ['policySupported'], {
      DescribeVpcEndpoints: three,
      DescribeVpcEndpointServices: awsError('UnauthorizedOperation', 'no', 403),
    });
    expect(records[0]?.outcomes['policySupported']).toMatchObject({
      kind: 'denied',
      actions: ['ec2:DescribeVpcEndpointServices'],
    });
  });
});

describe('AWS::EC2::VPCEndpointService', () => {
  const one = {
    ServiceConfigurations: [{ ServiceId: 'vpce-svc-1', ServiceState: 'Available', AcceptanceRequired: false }],
  };

  it('gives every page of who may connect', async () => {
    const { records, sent } = await collectType(vpcEndpointService, ['allowedPrincipals'], {
      DescribeVpcEndpointServiceConfigurations: one,
      DescribeVpcEndpointServicePermissions: ({ NextToken }: { NextToken?: string }) =>
        NextToken === undefined
          ? { AllowedPrincipals: [{ Principal: '*', PrincipalType: 'All' }], NextToken: 'x' }
          : { AllowedPrincipals: [{ Principal: 'arn:aws:iam::444455556666:root', PrincipalType: 'Account' }] },
    });
    expect(records[0]?.item).toMatchObject({ acceptanceRequired: false });
    expect(records[0]?.outcomes['allowedPrincipals']).toEqual({
      kind: 'present',
      value: ['*', 'arn:aws:iam::444455556666:root'],
    });
    expect(sent.at(-1)?.input['ServiceId']).toBe('vpce-svc-1');
  });

  it('says which action is missing', async () => {
    const { records } = await collectType(vpcEndpointService, ['allowedPrincipals'], {
      DescribeVpcEndpointServiceConfigurations: one,
      DescribeVpcEndpointServicePermissions: awsError('UnauthorizedOperation', 'no', 403),
    });
    expect(records[0]?.outcomes['allowedPrincipals']).toMatchObject({
      kind: 'denied',
      actions: ['ec2:DescribeVpcEndpointServicePermissions'],
    });
  });
});

describe('AWS::EC2::VPCPeeringConnection', () => {
  it('knows the blocks of both sides', async () => {
    const { records } = await collectType(vpcPeeringConnection, [], {
      DescribeVpcPeeringConnections: {
        VpcPeeringConnections: [
          {
            VpcPeeringConnectionId: 'pcx-1',
            Status: { Code: 'active', Message: 'Active' },
            RequesterVpcInfo: {
              VpcId: 'vpc-1',
              OwnerId: '111122223333',
              Region: 'eu-west-1',
              CidrBlock: '10.0.0.0/16',
              CidrBlockSet: [{ CidrBlock: '10.0.0.0/16' }, { CidrBlock: '10.5.0.0/16' }],
              Ipv6CidrBlockSet: [{ Ipv6CidrBlock: '2600:1f18::/56' }],
            },
            AccepterVpcInfo: { VpcId: 'vpc-2', OwnerId: '444455556666', Region: 'eu-west-1' },
          },
        ],
      },
    });
    expect(records[0]?.item).toMatchObject({
      status: 'active',
      requester: { vpcId: 'vpc-1', cidrs: ['10.0.0.0/16', '10.5.0.0/16', '2600:1f18::/56'] },
      accepter: { vpcId: 'vpc-2', ownerId: '444455556666', cidrs: [] },
    });
  });
});

describe('AWS::EC2::VPNConnection', () => {
  const secrets = { CustomerGatewayConfiguration: '<pre_shared_key>hunter2</pre_shared_key>' };

  it('is projected without its keys, and left out when it is deleted', async () => {
    const { records } = await collectType(vpnConnection, [], {
      DescribeVpnConnections: {
        VpnConnections: [
          {
            VpnConnectionId: 'vpn-1',
            State: 'available',
            ...secrets,
            Options: {
              TunnelOptions: [
                {
                  OutsideIpAddress: '198.51.100.1',
                  PreSharedKey: 'hunter2',
                  IkeVersions: [{ Value: 'ikev2' }],
                  Phase1DHGroupNumbers: [{ Value: 20 }],
                  LogOptions: {
                    CloudWatchLogOptions: {
                      LogEnabled: true,
                      LogGroupArn: 'arn:aws:logs:eu-west-1:111122223333:log-group:vpn',
                    },
                  },
                },
                { OutsideIpAddress: '198.51.100.2', PreSharedKey: 'hunter2' },
              ],
            },
            VgwTelemetry: [
              {
                OutsideIpAddress: '198.51.100.1',
                Status: 'UP',
                StatusMessage: '',
                LastStatusChange: new Date('2026-05-01T00:00:00Z'),
              },
              { OutsideIpAddress: '198.51.100.2', Status: 'DOWN', StatusMessage: 'IPSEC IS DOWN' },
            ],
          },
          { VpnConnectionId: 'vpn-2', State: 'deleted', ...secrets },
        ],
      },
    });
    expect(records).toHaveLength(1);
    expect(records[0]?.item).toMatchObject({
      state: 'available',
      tunnels: [
        {
          outsideIp: '198.51.100.1',
          ikeVersions: ['ikev2'],
          phase1DHGroupNumbers: [20],
          phase2DHGroupNumbers: [],
          logging: true,
          logGroupArn: 'arn:aws:logs:eu-west-1:111122223333:log-group:vpn',
        },
        { outsideIp: '198.51.100.2', ikeVersions: [], logging: false },
      ],
      telemetry: [
        { outsideIp: '198.51.100.1', status: 'UP', changedAt: '2026-05-01T00:00:00.000Z' },
        { outsideIp: '198.51.100.2', status: 'DOWN', statusMessage: 'IPSEC IS DOWN' },
      ],
    });
    expect(JSON.stringify(records)).not.toContain('hunter2');
  });
});

it('names the endpoint of EC2 as the partition does', () => {
  expect(interfaceName({ region: 'eu-west-1', partition: 'aws' }, 'ec2')).toBe('com.amazonaws.eu-west-1.ec2');
  expect(interfaceName({ region: 'cn-north-1', partition: 'aws-cn' }, 'ec2')).toBe('cn.com.amazonaws.cn-north-1.ec2');
});
