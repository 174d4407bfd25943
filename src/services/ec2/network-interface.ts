import { listed } from '../../inventory/listed.ts';
import { tagsOf } from '../tags.ts';
import { ec2 } from './service.ts';
import { nameOf } from './tags.ts';

export const networkInterface = listed(ec2, 'AWS::EC2::NetworkInterface', 'DescribeNetworkInterfaces', {
  at: 'NetworkInterfaces',
  input: { MaxResults: 1000 },
  narrows: {
    NetworkInterfaceIds: 'unless given',
    Filters: 'unless given',
    IncludeManagedResources:
      'hides what AWS services run for the account, where it chose to hide that: it is not judged',
  },
  id: ({ NetworkInterfaceId }) => NetworkInterfaceId,
  keep: {
    name: ({ TagSet }) => nameOf(TagSet),
    tags: ({ TagSet }) => tagsOf(TagSet),
    groupIds: ({ Groups }) => (Groups ?? []).flatMap(({ GroupId }) => GroupId ?? []),
    instanceId: ({ Attachment }) => Attachment?.InstanceId,
    /** The service that made it, such as `amazon-elb`, or an account. */
    requester: ({ RequesterId }) => RequesterId,
  },
  arn: ({ id }, { partition, region, account }) => `arn:${partition}:ec2:${region}:${account}:network-interface/${id}`,
});
