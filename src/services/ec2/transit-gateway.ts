import { listed } from '../../inventory/listed.ts';
import { ec2 } from './service.ts';
import { labelOf, tagged } from './tags.ts';

/** A transit gateway. Those that another account shares are listed too: see `ownerId`. */
export const transitGateway = listed(ec2, 'AWS::EC2::TransitGateway', 'DescribeTransitGateways', {
  at: 'TransitGateways',
  input: { MaxResults: 1000 },
  narrows: { TransitGatewayIds: 'unless given', Filters: 'unless given' },
  id: ({ TransitGatewayId, State }) => (State === 'deleting' || State === 'deleted' ? undefined : TransitGatewayId),
  keep: {
    name: tagged.name,
    arn: 'TransitGatewayArn',
    tags: tagged.tags,
    ownerId: 'OwnerId',
    /** `enable` or `disable`. */
    autoAcceptSharedAttachments: ({ Options }) => Options?.AutoAcceptSharedAttachments,
  },
  label: labelOf,
  arn: ({ id }, { partition, region, account }) => `arn:${partition}:ec2:${region}:${account}:transit-gateway/${id}`,
});
