import { listed } from '../../inventory/listed.ts';
import { elbv2 } from './service.ts';

/** Where an Application, Network or Gateway Load Balancer sends what comes in. */
export const targetGroup = listed(elbv2, 'AWS::ElasticLoadBalancingV2::TargetGroup', 'DescribeTargetGroups', {
  at: 'TargetGroups',
  input: { PageSize: 400 },
  narrows: { LoadBalancerArn: 'unless given', TargetGroupArns: 'unless given', Names: 'unless given' },
  id: ({ TargetGroupArn }) => TargetGroupArn,
  keep: {
    arn: 'TargetGroupArn',
    name: 'TargetGroupName',
    /** `instance`, `ip`, `lambda` or `alb`. */
    targetType: 'TargetType',
    /** `HTTP`, `HTTPS`, `TCP`, `TLS`, `UDP`, `TCP_UDP`, `GENEVE`…; a function has none. */
    protocol: 'Protocol',
    port: 'Port',
    vpcId: 'VpcId',
    /** `ipv4` or `ipv6`. */
    ipAddressType: 'IpAddressType',
    /** The load balancers that send to it, by a listener or a rule; none: nothing comes in. */
    loadBalancerArns: ({ LoadBalancerArns }) => LoadBalancerArns ?? [],
  },
}).facets((facet) => ({
  /**
   * What is registered, whatever its health: a target that fails its checks today is reached tomorrow. Not asked where no
   * load balancer sends anything.
   */
  targets: facet({
    calls: ['DescribeTargetHealth'],
    // it was deleted since it was listed
    absentOn: ['TargetGroupNotFoundException'],
    async read(api, { arn, loadBalancerArns }) {
      if (loadBalancerArns.length === 0) return [];
      const { TargetHealthDescriptions } = await api.call('DescribeTargetHealth', { TargetGroupArn: arn });
      return (TargetHealthDescriptions ?? []).flatMap(({ Target }) =>
        Target?.Id === undefined
          ? []
          : [
              {
                /** Instance id, IP address, or ARN of a function or an Application Load Balancer. */
                id: Target.Id,
                port: Target.Port,
                /** A zone, or `all` for an address outside the group's VPC. */
                zone: Target.AvailabilityZone,
              },
            ],
      );
    },
  }),
  /**
   * Whether targets see the client's address instead of the load balancer's; undefined where the attribute is not told.
   * Only Network Load Balancers keep it: by choice for TCP and TLS, always for UDP, TCP_UDP and QUIC, and for an
   * Application Load Balancer as target.
   * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html
   */
  preservesClientIp: facet({
    calls: ['DescribeTargetGroupAttributes'],
    absentOn: ['TargetGroupNotFoundException'],
    async read(api, { arn, protocol = '', targetType, loadBalancerArns }) {
      if (loadBalancerArns.length === 0 || ['', 'HTTP', 'HTTPS', 'GENEVE'].includes(protocol)) return false;
      if (targetType === 'alb' || !['TCP', 'TLS'].includes(protocol)) return true;
      const { Attributes } = await api.call('DescribeTargetGroupAttributes', { TargetGroupArn: arn });
      const value = Attributes?.find(({ Key }) => Key === 'preserve_client_ip.enabled')?.Value;
      return value === undefined ? undefined : value === 'true';
    },
  }),
}));
