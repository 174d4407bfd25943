import { resource } from '../../inventory/resource.ts';
import { ec2 } from './service.ts';
import { labelOf, nameOf, tagsOf } from './tags.ts';

/** A transit gateway. Those that another account shares are listed too: see `ownerId`. */
export const transitGateway = resource(ec2, 'AWS::EC2::TransitGateway', {
  calls: ['DescribeTransitGateways'],
  narrows: { DescribeTransitGateways: { TransitGatewayIds: 'unless given', Filters: 'unless given' } },
  resumable: 'DescribeTransitGateways',
  async *list(api) {
    for await (const { TransitGateways } of api.pages('DescribeTransitGateways', { MaxResults: 1000 })) {
      for (const each of TransitGateways ?? []) {
        if (each.TransitGatewayId === undefined || each.State === 'deleting' || each.State === 'deleted') continue;
        yield {
          id: each.TransitGatewayId,
          name: nameOf(each.Tags),
          arn: each.TransitGatewayArn,
          tags: tagsOf(each.Tags),
          ownerId: each.OwnerId,
          /** `enable` or `disable`. */
          autoAcceptSharedAttachments: each.Options?.AutoAcceptSharedAttachments,
        };
      }
    }
  },
  label: labelOf,
  arn: ({ id }, { partition, region, account }) => `arn:${partition}:ec2:${region}:${account}:transit-gateway/${id}`,
});
