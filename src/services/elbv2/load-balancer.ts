import type { Rule } from '@aws-sdk/client-elastic-load-balancing-v2';
import { listed } from '../../inventory/listed.ts';
import { type ForwardingListener, listenerOf } from './forwarding.ts';
import { elbv2 } from './service.ts';

/** An Application, Network or Gateway Load Balancer. */
export const loadBalancer = listed(elbv2, 'AWS::ElasticLoadBalancingV2::LoadBalancer', 'DescribeLoadBalancers', {
  at: 'LoadBalancers',
  narrows: { LoadBalancerArns: 'unless given', Names: 'unless given' },
  id: ({ LoadBalancerArn }) => LoadBalancerArn,
  keep: {
    arn: 'LoadBalancerArn',
    name: 'LoadBalancerName',
    /** `application`, `network` or `gateway`. */
    type: 'Type',
    /** `internet-facing` or `internal`; Gateway Load Balancers have none. */
    scheme: 'Scheme',
    state: ({ State }) => State?.Code,
    dnsName: 'DNSName',
    vpcId: 'VpcId',
    ipAddressType: 'IpAddressType',
    securityGroups: ({ SecurityGroups }) => SecurityGroups ?? [],
    zones: ({ AvailabilityZones }) =>
      (AvailabilityZones ?? []).map(({ ZoneName, SubnetId, LoadBalancerAddresses }) => ({
        zone: ZoneName,
        subnetId: SubnetId,
        /** Elastic IPs of a Network Load Balancer. */
        allocationIds: (LoadBalancerAddresses ?? []).flatMap(({ AllocationId }) =>
          AllocationId === undefined ? [] : [AllocationId],
        ),
      })),
    createdAt: 'CreatedTime',
  },
}).facets((facet) => ({
  /** Where it sends what comes in. A Gateway Load Balancer sends everything to its one target group and is not asked. */
  listeners: facet({
    calls: ['DescribeListeners', 'DescribeRules'],
    often: { DescribeRules: 'per listener' },
    // it was deleted since it was listed
    absentOn: ['LoadBalancerNotFoundException', 'ListenerNotFoundException'],
    async read(api, { arn, type }) {
      const found: ForwardingListener[] = [];
      if (type === 'gateway') return found;
      for await (const { Listeners } of api.pages('DescribeListeners', { LoadBalancerArn: arn, PageSize: 400 })) {
        for (const listener of Listeners ?? []) {
          if (type !== 'application' || listener.ListenerArn === undefined) {
            found.push(listenerOf(listener, undefined));
            continue;
          }
          const rules: Rule[] = [];
          const pages = api.pages('DescribeRules', { ListenerArn: listener.ListenerArn, PageSize: 400 });
          for await (const { Rules } of pages) rules.push(...(Rules ?? []));
          found.push(listenerOf(listener, rules));
        }
      }
      return found;
    },
  }),
}));
