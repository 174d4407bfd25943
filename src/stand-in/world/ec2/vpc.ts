import { answers } from '../../answers.ts';
import { account, idIn } from '../../facts.ts';

export default answers('ec2', {
  DescribeVpcs: ({ region }) => ({
    Vpcs: [
      { VpcId: idIn(region, 'vpc'), OwnerId: account, CidrBlock: '10.0.0.0/16', IsDefault: true, State: 'available' },
    ],
  }),
});
