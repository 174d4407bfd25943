import { listed } from '../../inventory/listed.ts';
import { ec2 } from './service.ts';
import { labelOf, tagged } from './tags.ts';

export const volume = listed(ec2, 'AWS::EC2::Volume', 'DescribeVolumes', {
  at: 'Volumes',
  input: { MaxResults: 500 },
  narrows: {
    VolumeIds: 'unless given',
    Filters: 'unless given',
    IncludeManagedResources:
      'hides what AWS services run for the account, where it chose to hide that: it is not judged',
  },
  id: ({ VolumeId, State }) => (State === 'deleting' || State === 'deleted' ? undefined : VolumeId),
  keep: {
    ...tagged,
    encrypted: 'Encrypted',
    volumeType: 'VolumeType',
    state: 'State',
    outpost: 'OutpostArn',
    zone: 'AvailabilityZone',
    /** GiB. */
    size: 'Size',
    /** Provisioned, or what the size gives; `st1`, `sc1` and `standard` have none. */
    iops: 'Iops',
    instanceIds: ({ Attachments }) => (Attachments ?? []).flatMap(({ InstanceId }) => InstanceId ?? []),
  },
  label: labelOf,
  arn: ({ id }, { partition, region, account }) => `arn:${partition}:ec2:${region}:${account}:volume/${id}`,
});
