import { describe, expect, it } from 'vitest';
import { loadBalancer } from '../../../src/services/elbv2/load-balancer.ts';
import { collectType } from '../../helpers/resource-suite.ts';

const arn = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/edge/1';

describe('AWS::ElasticLoadBalancingV2::LoadBalancer', () => {
  it('lists every page and projects a full answer', async () => {
    const { records } = await collectType(loadBalancer, [], {
      DescribeLoadBalancers: ({ Marker }: { Marker?: string }) =>
        Marker === undefined
          ? {
              LoadBalancers: [
                {
                  LoadBalancerArn: arn,
                  DNSName: 'edge.elb.eu-west-1.amazonaws.com',
                  CanonicalHostedZoneId: 'Z1',
                  CreatedTime: new Date('2020-01-02T03:04:05Z'),
                  LoadBalancerName: 'edge',
                  Scheme: 'internet-facing',
                  VpcId: 'vpc-1',
                  State: { Code: 'active' },
                  Type: 'network',
                  AvailabilityZones: [
                    {
                      ZoneName: 'eu-west-1a',
                      SubnetId: 'subnet-1',
                      LoadBalancerAddresses: [
                        { AllocationId: 'eipalloc-1', IpAddress: '192.0.2.1' },
                        { IpAddress: '192.0.2.2' },
                      ],
                    },
                  ],
                  SecurityGroups: ['sg-1'],
                  IpAddressType: 'ipv4',
                },
              ],
              NextMarker: 'more',
            }
          : { LoadBalancers: [{ LoadBalancerArn: `${arn}2`, LoadBalancerName: 'gw', Type: 'gateway' }] },
    });
    expect(records[0]).toMatchObject({ arn, region: 'eu-west-1' });
    expect(records[0]?.item).toEqual({
      id: arn,
      arn,
      name: 'edge',
      type: 'network',
      scheme: 'internet-facing',
      state: 'active',
      dnsName: 'edge.elb.eu-west-1.amazonaws.com',
      vpcId: 'vpc-1',
      ipAddressType: 'ipv4',
      securityGroups: ['sg-1'],
      zones: [{ zone: 'eu-west-1a', subnetId: 'subnet-1', allocationIds: ['eipalloc-1'] }],
      createdAt: '2020-01-02T03:04:05.000Z',
    });
    expect(records[1]?.item).not.toHaveProperty('scheme');
    expect(records[1]?.item).toMatchObject({ name: 'gw', type: 'gateway', zones: [] });
  });
});
