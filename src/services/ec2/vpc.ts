import { listed } from '../../inventory/listed.ts';
import { ec2 } from './service.ts';
import { labelOf, ofOwner, tagged } from './tags.ts';

/** A VPC. Those that another account shares are listed too: see `ownerId`. */
export const vpc = listed(ec2, 'AWS::EC2::VPC', 'DescribeVpcs', {
  at: 'Vpcs',
  input: { MaxResults: 1000 },
  narrows: { Filters: 'unless given', VpcIds: 'unless given' },
  id: ({ VpcId }) => VpcId,
  keep: {
    ...tagged,
    ownerId: 'OwnerId',
    isDefault: 'IsDefault',
  },
  arn: ofOwner('vpc'),
  label: labelOf,
});
