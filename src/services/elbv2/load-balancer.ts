import { metric } from '../cloudwatch/metric.ts';
import { resource } from '../../inventory/resource.ts';
import { deliveredLogTypes } from '../logs/deliveries.ts';
import { logs } from '../logs/service.ts';
import { listenersOf, loadBalancersOf, rulesOf } from './answers.ts';
import { listenerOf } from './forwarding.ts';
import { elbv2 } from './service.ts';

/**
 * What tells how much each kind is used; where it is not sent nothing came in.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html and its neighbours
 */
const metrics: Readonly<Record<string, { readonly namespace: string; readonly name: string }>> = {
  application: { namespace: 'AWS/ApplicationELB', name: 'RequestCount' },
  network: { namespace: 'AWS/NetworkELB', name: 'NewFlowCount' },
  gateway: { namespace: 'AWS/GatewayELB', name: 'NewFlowCount' },
};

/** An Application, Network or Gateway Load Balancer. */
export const loadBalancer = resource(elbv2, 'AWS::ElasticLoadBalancingV2::LoadBalancer', {
  calls: ['DescribeLoadBalancers'],
  narrows: { DescribeLoadBalancers: { LoadBalancerArns: 'unless given', Names: 'unless given' } },
  async *list(api) {
    for (const each of await loadBalancersOf(api)) {
      if (each.LoadBalancerArn === undefined) continue;
      yield {
        id: each.LoadBalancerArn,
        arn: each.LoadBalancerArn,
        name: each.LoadBalancerName ?? each.LoadBalancerArn,
        /** `application`, `network` or `gateway`. */
        type: each.Type,
        /** `internet-facing` or `internal`; Gateway Load Balancers have none. */
        scheme: each.Scheme,
        state: each.State?.Code,
        dnsName: each.DNSName,
        vpcId: each.VpcId,
        ipAddressType: each.IpAddressType,
        securityGroups: each.SecurityGroups ?? [],
        zones: (each.AvailabilityZones ?? []).map(({ ZoneName, SubnetId, LoadBalancerAddresses }) => ({
          zone: ZoneName,
          subnetId: SubnetId,
          /** Elastic IPs of a Network Load Balancer. */
          allocationIds: (LoadBalancerAddresses ?? []).flatMap(({ AllocationId }) =>
            AllocationId === undefined ? [] : [AllocationId],
          ),
        })),
        createdAt: each.CreatedTime?.toISOString(),
      };
    }
  },
}).facets((facet) => ({
  /** Requests to an Application Load Balancer, new connections or flows through another. */
  requests: facet.joined(
    metric<{ readonly id: string; readonly type: string | undefined; readonly createdAt: string | undefined }>({
      namespace: ({ type = '' }) => metrics[type]?.namespace ?? '',
      name: ({ type = '' }) => metrics[type]?.name ?? '',
      only: ({ type = '' }) => Object.hasOwn(metrics, type),
      stat: 'Sum',
      window: 'days',
      zeroSince: ({ createdAt }) => createdAt,
      dimensions: ({ id }) => ({ LoadBalancer: id.slice(id.indexOf(':loadbalancer/') + ':loadbalancer/'.length) }),
    }),
  ),
  /** Where it sends what comes in. A Gateway Load Balancer sends everything to its one target group and is not asked. */
  listeners: facet({
    revision: 2,
    calls: ['DescribeListeners', 'DescribeRules'],
    often: { DescribeRules: 'per listener' },
    // it was deleted since it was listed
    absentOn: ['LoadBalancerNotFoundException', 'ListenerNotFoundException'],
    async read(api, { arn, type }) {
      if (type === 'gateway') return [];
      return Promise.all(
        (await listenersOf(api, arn)).map(async (listener) =>
          listenerOf(
            listener,
            type !== 'application' || listener.ListenerArn === undefined
              ? undefined
              : await rulesOf(api, listener.ListenerArn),
          ),
        ),
      );
    },
  }),
  /** What is set of it. Buckets and prefixes of logs are left out; what it has no attribute of is undefined. */
  attributes: facet.call('DescribeLoadBalancerAttributes', {
    // it was deleted since it was listed
    absentOn: ['LoadBalancerNotFoundException'],
    input: ({ arn }) => ({ LoadBalancerArn: arn }),
    keep: ({ Attributes }) => {
      const text = (key: string): string | undefined => Attributes?.find(({ Key }) => Key === key)?.Value;
      const flag = (key: string): boolean | undefined => ({ true: true, false: false })[text(key) ?? ''];
      return {
        accessLogs: flag('access_logs.s3.enabled'),
        crossZone: flag('load_balancing.cross_zone.enabled'),
        deletionProtection: flag('deletion_protection.enabled'),
        /** `monitor`, `defensive` or `strictest`. */
        desyncMitigation: text('routing.http.desync_mitigation_mode'),
        dropsInvalidHeaders: flag('routing.http.drop_invalid_header_fields.enabled'),
      };
    },
  }),
  /** The types of its logs that CloudWatch Logs delivers, such as `ALB_ACCESS_LOGS`. */
  deliveredLogs: facet.from(logs, {
    calls: ['DescribeDeliverySources', 'DescribeDeliveries'],
    often: { DescribeDeliverySources: 'once', DescribeDeliveries: 'once' },
    async read(api, { arn }) {
      return (await deliveredLogTypes(api)).get(arn) ?? [];
    },
  }),
}));

const kinds = { application: 'an Application', network: 'a Network' } as const;
/** Of a check of one kind of load balancers: the others are not asked. */
export const onlyOf = (kind: keyof typeof kinds) => ({
  such: { type: 'gateway' },
  when: ({ name, type }: { readonly name: string; readonly type: string | undefined }): string | undefined =>
    type === kind ? undefined : `${name} is not ${kinds[kind]} Load Balancer`,
});
