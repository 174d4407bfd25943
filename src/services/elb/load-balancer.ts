import type { PolicyAttributeDescription } from '@aws-sdk/client-elastic-load-balancing';
import { metric } from '../cloudwatch/metric.ts';
import { listed } from '../../inventory/listed.ts';
import { elb } from './service.ts';

/** A Classic Load Balancer. Its name is its id; the call gives no ARN. */
export const classicLoadBalancer = listed(elb, 'AWS::ElasticLoadBalancing::LoadBalancer', 'DescribeLoadBalancers', {
  at: 'LoadBalancerDescriptions',
  narrows: { LoadBalancerNames: 'unless given' },
  id: ({ LoadBalancerName }) => LoadBalancerName,
  keep: {
    /** `internet-facing` or `internal`; only those in a VPC say so. */
    scheme: 'Scheme',
    dnsName: 'DNSName',
    vpcId: 'VPCId',
    subnets: ({ Subnets }) => Subnets ?? [],
    zones: ({ AvailabilityZones }) => AvailabilityZones ?? [],
    securityGroups: ({ SecurityGroups }) => SecurityGroups ?? [],
    instances: ({ Instances }) =>
      (Instances ?? []).flatMap(({ InstanceId }) => (InstanceId === undefined ? [] : [InstanceId])),
    listeners: ({ ListenerDescriptions }) =>
      (ListenerDescriptions ?? []).map(({ Listener, PolicyNames }) => ({
        protocol: Listener?.Protocol,
        port: Listener?.LoadBalancerPort,
        instanceProtocol: Listener?.InstanceProtocol,
        instancePort: Listener?.InstancePort,
        certificateId: Listener?.SSLCertificateId,
        policies: PolicyNames ?? [],
      })),
    createdAt: 'CreatedTime',
  },
  // https://docs.aws.amazon.com/service-authorization/latest/reference/list_awselasticloadbalancing.html
  arn: ({ id }, { partition, region, account }) =>
    `arn:${partition}:elasticloadbalancing:${region}:${account}:loadbalancer/${id}`,
}).facets((facet) => ({
  /**
   * Requests, or connections of TCP listeners; where it is not sent there were none
   * (https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-cloudwatch-metrics.html).
   */
  requests: facet.joined(
    metric<{ readonly id: string; readonly createdAt: string | undefined }>({
      namespace: 'AWS/ELB',
      name: 'RequestCount',
      stat: 'Sum',
      window: 'days',
      zeroSince: ({ createdAt }) => createdAt,
      dimensions: ({ id }) => ({ LoadBalancerName: id }),
    }),
  ),
  /**
   * Its policies of TLS, by name: protocols and ciphers that are switched on. Asked where a listener ends TLS.
   * https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/ssl-config-update.html
   */
  tlsPolicies: facet({
    calls: ['DescribeLoadBalancerPolicies'],
    // it was deleted since it was listed
    absentOn: ['AccessPointNotFoundException'],
    async read(api, { id, listeners }) {
      if (!listeners.some(endsTls)) return {};
      const { PolicyDescriptions } = await api.call('DescribeLoadBalancerPolicies', { LoadBalancerName: id });
      return Object.fromEntries(
        (PolicyDescriptions ?? []).flatMap(({ PolicyName, PolicyTypeName, PolicyAttributeDescriptions }) =>
          PolicyName === undefined || PolicyTypeName !== 'SSLNegotiationPolicyType'
            ? []
            : [[PolicyName, offerOf(PolicyAttributeDescriptions ?? [])]],
        ),
      );
    },
  }),
  /** What is set of it. */
  attributes: facet.call('DescribeLoadBalancerAttributes', {
    // it was deleted since it was listed
    absentOn: ['AccessPointNotFoundException'],
    input: ({ id }) => ({ LoadBalancerName: id }),
    keep: ({ LoadBalancerAttributes }) => ({
      accessLogs: LoadBalancerAttributes?.AccessLog?.Enabled,
      crossZone: LoadBalancerAttributes?.CrossZoneLoadBalancing?.Enabled,
      connectionDraining: LoadBalancerAttributes?.ConnectionDraining?.Enabled,
      /** `monitor`, `defensive` or `strictest`. */
      desyncMitigation: LoadBalancerAttributes?.AdditionalAttributes?.find(
        ({ Key }) => Key === 'elb.http.desyncmitigationmode',
      )?.Value,
    }),
  }),
}));

/** Whether a listener ends TLS. */
export const endsTls = ({ protocol }: { readonly protocol: string | undefined }): boolean =>
  ['HTTPS', 'SSL'].includes(protocol?.toUpperCase() ?? '');

/** Attributes that are neither a protocol nor a cipher. */
const others: ReadonlySet<string | undefined> = new Set(['Reference-Security-Policy', 'Server-Defined-Cipher-Order']);

function offerOf(attributes: readonly PolicyAttributeDescription[]) {
  const on = attributes
    .filter(({ AttributeValue }) => AttributeValue?.toLowerCase() === 'true')
    .flatMap(({ AttributeName }) => AttributeName ?? [])
    .filter((name) => !others.has(name));
  const isProtocol = (name: string): boolean => name.startsWith('Protocol-');
  return {
    /** The policy of AWS that it takes over, where it is no custom one. */
    reference: attributes.find(({ AttributeName }) => AttributeName === 'Reference-Security-Policy')?.AttributeValue,
    protocols: on.filter(isProtocol).map((name) => name.slice('Protocol-'.length)),
    ciphers: on.filter((name) => !isProtocol(name)),
  };
}
