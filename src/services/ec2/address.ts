import { resource } from '../../inventory/resource.ts';
import { ec2 } from './service.ts';
import { labelOf, nameOf, tagsOf } from './tags.ts';

/** An Elastic IP address. The call answers all of them at once: it has no pages. */
export const address = resource(ec2, 'AWS::EC2::EIP', {
  calls: ['DescribeAddresses'],
  narrows: { DescribeAddresses: { PublicIps: 'unless given', Filters: 'unless given', AllocationIds: 'unless given' } },
  async *list(api) {
    const { Addresses } = await api.call('DescribeAddresses');
    for (const each of Addresses ?? []) {
      const id = each.AllocationId ?? each.PublicIp;
      if (id === undefined) continue;
      yield {
        id,
        name: nameOf(each.Tags),
        tags: tagsOf(each.Tags),
        publicIp: each.PublicIp,
        /** `amazon`, or an own one. */
        pool: each.PublicIpv4Pool,
        /** Set while it is associated; `serviceManaged` names the AWS service that owns it (`alb`, `nlb`, `rnat`…). */
        associationId: each.AssociationId,
        instanceId: each.InstanceId === '' ? undefined : each.InstanceId,
        networkInterfaceId: each.NetworkInterfaceId,
        networkInterfaceOwnerId: each.NetworkInterfaceOwnerId,
        serviceManaged: each.ServiceManaged,
      };
    }
  },
  label: labelOf,
  // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html#amazonec2-resources-for-iam-policies
  arn: ({ id }, { partition, region, account }) => `arn:${partition}:ec2:${region}:${account}:elastic-ip/${id}`,
});
