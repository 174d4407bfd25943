import { resource } from '../../inventory/resource.ts';
import { ec2 } from './service.ts';
import { labelOf, nameOf, tagsOf } from './tags.ts';

/** A VPC. Those that another account shares are listed too: see `ownerId`. */
export const vpc = resource(ec2, 'AWS::EC2::VPC', {
  calls: ['DescribeVpcs'],
  narrows: { DescribeVpcs: { Filters: 'unless given', VpcIds: 'unless given' } },
  resumable: 'DescribeVpcs',
  async *list(api) {
    for await (const { Vpcs } of api.pages('DescribeVpcs', { MaxResults: 1000 })) {
      for (const each of Vpcs ?? []) {
        if (each.VpcId === undefined) continue;
        yield {
          id: each.VpcId,
          name: nameOf(each.Tags),
          arn: `arn:${api.partition}:ec2:${api.region}:${each.OwnerId ?? api.account}:vpc/${each.VpcId}`,
          tags: tagsOf(each.Tags),
          ownerId: each.OwnerId,
          isDefault: each.IsDefault,
        };
      }
    }
  },
  label: labelOf,
});
