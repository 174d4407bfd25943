import { listed } from '../../inventory/listed.ts';
import { ec2 } from './service.ts';
import { labelOf, tagged } from './tags.ts';

/** An Elastic IP address. The call answers all of them at once: it has no pages. */
export const address = listed(ec2, 'AWS::EC2::EIP', 'DescribeAddresses', {
  at: 'Addresses',
  whole: true,
  narrows: { PublicIps: 'unless given', Filters: 'unless given', AllocationIds: 'unless given' },
  id: ({ AllocationId, PublicIp }) => AllocationId ?? PublicIp,
  keep: {
    ...tagged,
    publicIp: 'PublicIp',
    /** `amazon`, or an own one. */
    pool: 'PublicIpv4Pool',
    /** Set while it is associated; `serviceManaged` names the AWS service that owns it (`alb`, `nlb`, `rnat`…). */
    associationId: 'AssociationId',
    instanceId: ({ InstanceId }) => (InstanceId === '' ? undefined : InstanceId),
    networkInterfaceId: 'NetworkInterfaceId',
    networkInterfaceOwnerId: 'NetworkInterfaceOwnerId',
    serviceManaged: 'ServiceManaged',
  },
  label: labelOf,
  arn: ({ id }, { partition, region, account }) => `arn:${partition}:ec2:${region}:${account}:elastic-ip/${id}`,
});
