import { resource } from '../../inventory/resource.ts';
import { elbv2 } from './service.ts';

/** An Application, Network or Gateway Load Balancer. */
export const loadBalancer = resource(elbv2, 'AWS::ElasticLoadBalancingV2::LoadBalancer', {
  calls: ['DescribeLoadBalancers'],
  resumable: 'DescribeLoadBalancers',
  async *list(api) {
    for await (const page of api.pages('DescribeLoadBalancers')) {
      for (const each of page.LoadBalancers ?? []) {
        if (each.LoadBalancerArn === undefined) continue;
        yield {
          id: each.LoadBalancerArn,
          arn: each.LoadBalancerArn,
          name: each.LoadBalancerName,
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
    }
  },
});
