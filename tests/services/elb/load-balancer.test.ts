import { describe, expect, it } from 'vitest';
import { classicLoadBalancer } from '../../../src/services/elb/load-balancer.ts';
import { collectType } from '../../helpers/resource-suite.ts';

describe('AWS::ElasticLoadBalancing::LoadBalancer', () => {
  it('lists every page and projects a full answer', async () => {
    const { records } = await collectType(classicLoadBalancer, [], {
      DescribeLoadBalancers: ({ Marker }: { Marker?: string }) =>
        Marker === undefined
          ? {
              LoadBalancerDescriptions: [
                {
                  LoadBalancerName: 'old',
                  DNSName: 'old-1.eu-west-1.elb.amazonaws.com',
                  CanonicalHostedZoneNameID: 'Z1',
                  ListenerDescriptions: [
                    {
                      Listener: {
                        Protocol: 'HTTPS',
                        LoadBalancerPort: 443,
                        InstanceProtocol: 'HTTP',
                        InstancePort: 80,
                        SSLCertificateId: 'arn:c',
                      },
                      PolicyNames: ['tls'],
                    },
                  ],
                  AvailabilityZones: ['eu-west-1a'],
                  Subnets: ['subnet-1'],
                  VPCId: 'vpc-1',
                  Instances: [{ InstanceId: 'i-1' }],
                  SecurityGroups: ['sg-1'],
                  CreatedTime: new Date('2020-01-02T03:04:05Z'),
                  Scheme: 'internet-facing',
                },
              ],
              NextMarker: 'more',
            }
          : { LoadBalancerDescriptions: [{ LoadBalancerName: 'inner', Scheme: 'internal' }] },
    });
    expect(records[1]?.arn).toBe('arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/old');
    expect(records[1]?.item).toEqual({
      id: 'old',
      scheme: 'internet-facing',
      dnsName: 'old-1.eu-west-1.elb.amazonaws.com',
      vpcId: 'vpc-1',
      subnets: ['subnet-1'],
      zones: ['eu-west-1a'],
      securityGroups: ['sg-1'],
      instances: ['i-1'],
      listeners: [
        {
          protocol: 'HTTPS',
          port: 443,
          instanceProtocol: 'HTTP',
          instancePort: 80,
          certificateId: 'arn:c',
          policies: ['tls'],
        },
      ],
      createdAt: '2020-01-02T03:04:05.000Z',
    });
    expect(records[0]?.item).toMatchObject({ id: 'inner', scheme: 'internal', listeners: [] });
  });
});
