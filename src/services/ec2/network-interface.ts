import { resource } from '../../inventory/resource.ts';
import { ec2 } from './service.ts';
import { nameOf, tagsOf } from './tags.ts';

export const networkInterface = resource(ec2, 'AWS::EC2::NetworkInterface', {
  calls: ['DescribeNetworkInterfaces'],
  narrows: {
    DescribeNetworkInterfaces: {
      IncludeManagedResources: 'hides what AWS services run, where the account chose so',
      NetworkInterfaceIds: 'unless given',
      Filters: 'unless given',
    },
  },
  resumable: 'DescribeNetworkInterfaces',
  async *list(api) {
    for await (const { NetworkInterfaces } of api.pages('DescribeNetworkInterfaces', { MaxResults: 1000 })) {
      for (const each of NetworkInterfaces ?? []) {
        if (each.NetworkInterfaceId === undefined) continue;
        yield {
          id: each.NetworkInterfaceId,
          name: nameOf(each.TagSet),
          tags: tagsOf(each.TagSet),
          groupIds: (each.Groups ?? []).flatMap(({ GroupId }) => GroupId ?? []),
          instanceId: each.Attachment?.InstanceId,
        };
      }
    }
  },
  arn: ({ id }, { partition, region, account }) => `arn:${partition}:ec2:${region}:${account}:network-interface/${id}`,
});
