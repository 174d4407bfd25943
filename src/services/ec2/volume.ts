import { resource } from '../../inventory/resource.ts';
import { ec2 } from './service.ts';
import { labelOf, nameOf, tagsOf } from './tags.ts';

export const volume = resource(ec2, 'AWS::EC2::Volume', {
  calls: ['DescribeVolumes'],
  narrows: {
    DescribeVolumes: {
      VolumeIds: 'unless given',
      IncludeManagedResources: 'hides what AWS services run, where the account chose so',
      Filters: 'unless given',
    },
  },
  resumable: 'DescribeVolumes',
  async *list(api) {
    for await (const { Volumes } of api.pages('DescribeVolumes', { MaxResults: 500 })) {
      for (const each of Volumes ?? []) {
        if (each.VolumeId === undefined || each.State === 'deleting' || each.State === 'deleted') continue;
        yield {
          id: each.VolumeId,
          name: nameOf(each.Tags),
          tags: tagsOf(each.Tags),
          encrypted: each.Encrypted,
          instanceIds: (each.Attachments ?? []).flatMap(({ InstanceId }) => InstanceId ?? []),
        };
      }
    }
  },
  label: labelOf,
  arn: ({ id }, { partition, region, account }) => `arn:${partition}:ec2:${region}:${account}:volume/${id}`,
});
