import { describe, expect, it } from 'vitest';
import { targetGroup } from '../../../src/services/elbv2/target-group.ts';
import { collectType } from '../../helpers/resource-suite.ts';

const base = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333';
const arn = `${base}:targetgroup/app/1`;
const group = {
  TargetGroupArn: arn,
  TargetGroupName: 'app',
  Protocol: 'TCP',
  Port: 8080,
  VpcId: 'vpc-1',
  TargetType: 'instance',
  IpAddressType: 'ipv4',
  LoadBalancerArns: [`${base}:loadbalancer/net/web/1`],
};
const preserved = (value: string) => ({ Attributes: [{ Key: 'preserve_client_ip.enabled', Value: value }] });

describe('AWS::ElasticLoadBalancingV2::TargetGroup', () => {
  it('lists every page and reads targets whatever their health', async () => {
    const { records } = await collectType(targetGroup, ['targets', 'preservesClientIp'], {
      DescribeTargetGroups: ({ Marker }: { Marker?: string }) =>
        Marker === undefined
          ? { TargetGroups: [group], NextMarker: 'more' }
          : { TargetGroups: [{ ...group, TargetGroupArn: `${arn}2`, LoadBalancerArns: [] }] },
      DescribeTargetHealth: {
        TargetHealthDescriptions: [
          { Target: { Id: 'i-1', Port: 8080 }, TargetHealth: { State: 'unhealthy' } },
          { Target: { Id: '10.1.0.4', Port: 80, AvailabilityZone: 'all' }, TargetHealth: { State: 'unused' } },
        ],
      },
      DescribeTargetGroupAttributes: preserved('true'),
    });
    expect(records.map(({ item }) => item)).toEqual([
      {
        id: arn,
        arn,
        name: 'app',
        targetType: 'instance',
        protocol: 'TCP',
        port: 8080,
        vpcId: 'vpc-1',
        ipAddressType: 'ipv4',
        loadBalancerArns: [`${base}:loadbalancer/net/web/1`],
      },
      expect.objectContaining({ id: `${arn}2`, loadBalancerArns: [] }),
    ]);
    expect(records[0]?.outcomes).toEqual({
      targets: {
        kind: 'present',
        value: [
          { id: 'i-1', port: 8080, zone: undefined },
          { id: '10.1.0.4', port: 80, zone: 'all' },
        ],
      },
      preservesClientIp: { kind: 'present', value: true },
    });
  });

  it('does not ask about groups to which nothing is sent', async () => {
    const { records, sent } = await collectType(targetGroup, ['targets', 'preservesClientIp'], {
      DescribeTargetGroups: { TargetGroups: [{ ...group, LoadBalancerArns: [] }] },
    });
    expect(sent.map(({ operation }) => operation)).toEqual(['DescribeTargetGroups']);
    expect(records[0]?.outcomes).toMatchObject({ targets: { value: [] }, preservesClientIp: { value: false } });
  });

  it.each([
    [{ Protocol: 'TCP' }, preserved('false'), false],
    [{ Protocol: 'TLS', TargetType: 'ip' }, preserved('true'), true],
    [{ Protocol: 'TCP' }, { Attributes: [] }, undefined],
    [{ Protocol: 'UDP' }, undefined, true],
    [{ Protocol: 'TCP_UDP' }, undefined, true],
    [{ Protocol: 'TCP', TargetType: 'alb' }, undefined, true],
    [{ Protocol: 'HTTP' }, undefined, false],
    [{ Protocol: 'GENEVE' }, undefined, false],
    [{ Protocol: undefined, TargetType: 'lambda' }, undefined, false],
  ])('knows of %j with %j whether it keeps client addresses: %s', async (parts, answer, expected) => {
    const { records } = await collectType(targetGroup, ['preservesClientIp'], {
      DescribeTargetGroups: { TargetGroups: [{ ...group, ...parts }] },
      ...(answer === undefined ? {} : { DescribeTargetGroupAttributes: answer }),
    });
    expect(records[0]?.outcomes['preservesClientIp']).toEqual({ kind: 'present', value: expected });
  });
});
