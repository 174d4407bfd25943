import { metric } from '../cloudwatch/metric.ts';
import { resource } from '../../inventory/resource.ts';
import { deliveredLogTypes } from '../logs/deliveries.ts';
import { logs } from '../logs/service.ts';
import { listenersOf, loadBalancersOf, rulesOf } from './answers.ts';
import { listenerOf } from './forwarding.ts';
import { elbv2 } from './service.ts';

interface Measured {
  readonly id: string;
  readonly type: string | undefined;
  readonly createdAt: string | undefined;
}

const namespaces: Readonly<Record<string, string>> = {
  application: 'AWS/ApplicationELB',
  network: 'AWS/NetworkELB',
  gateway: 'AWS/GatewayELB',
};

/**
 * A metric that tells how much each kind is used, by kind; where it is not sent nothing came in.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html and its neighbours
 */
const use = (names: Readonly<Record<string, string>>) =>
  metric<Measured>({
    namespace: ({ type = '' }) => namespaces[type] ?? '',
    name: ({ type = '' }) => names[type] ?? '',
    only: ({ type = '' }) => Object.hasOwn(names, type),
    stat: 'Sum',
    window: 'days',
    zeroSince: ({ createdAt }) => createdAt,
    dimensions: ({ id }) => ({ LoadBalancer: id.slice(id.indexOf(':loadbalancer/') + ':loadbalancer/'.length) }),
  });

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
  /** Requests that an Application Load Balancer chose a target for, new connections or flows through another. */
  requests: facet.joined(use({ application: 'RequestCount', network: 'NewFlowCount', gateway: 'NewFlowCount' })),
  /** Requests that an Application Load Balancer answered itself: those that it redirected, and those with a fixed answer. */
  redirects: facet.joined(use({ application: 'HTTP_Redirect_Count' })),
  fixedAnswers: facet.joined(use({ application: 'HTTP_Fixed_Response_Count' })),
  /** Bytes through a Network or Gateway Load Balancer, those of connections that have been open for days among them. */
  bytes: facet.joined(use({ network: 'ProcessedBytes', gateway: 'ProcessedBytes' })),
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
