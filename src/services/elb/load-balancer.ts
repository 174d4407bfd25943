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
});
