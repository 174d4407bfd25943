import { resource } from '../../inventory/resource.ts';
import { elb } from './service.ts';

/** A Classic Load Balancer. Its name is its id; the call gives no ARN. */
export const classicLoadBalancer = resource(elb, 'AWS::ElasticLoadBalancing::LoadBalancer', {
  calls: ['DescribeLoadBalancers'],
  narrows: { DescribeLoadBalancers: { LoadBalancerNames: 'unless given' } },
  resumable: 'DescribeLoadBalancers',
  async *list(api) {
    for await (const page of api.pages('DescribeLoadBalancers')) {
      for (const each of page.LoadBalancerDescriptions ?? []) {
        if (each.LoadBalancerName === undefined) continue;
        yield {
          id: each.LoadBalancerName,
          /** `internet-facing` or `internal`; only those in a VPC say so. */
          scheme: each.Scheme,
          dnsName: each.DNSName,
          vpcId: each.VPCId,
          subnets: each.Subnets ?? [],
          zones: each.AvailabilityZones ?? [],
          securityGroups: each.SecurityGroups ?? [],
          instances: (each.Instances ?? []).flatMap(({ InstanceId }) => (InstanceId === undefined ? [] : [InstanceId])),
          listeners: (each.ListenerDescriptions ?? []).map(({ Listener, PolicyNames }) => ({
            protocol: Listener?.Protocol,
            port: Listener?.LoadBalancerPort,
            instanceProtocol: Listener?.InstanceProtocol,
            instancePort: Listener?.InstancePort,
            certificateId: Listener?.SSLCertificateId,
            policies: PolicyNames ?? [],
          })),
          createdAt: each.CreatedTime?.toISOString(),
        };
      }
    }
  },
  // https://docs.aws.amazon.com/service-authorization/latest/reference/list_awselasticloadbalancing.html
  arn: ({ id }, { partition, region, account }) =>
    `arn:${partition}:elasticloadbalancing:${region}:${account}:loadbalancer/${id}`,
});
