import { answers, here } from '../../answers.ts';
import { account, mainRegion, otherAccount } from '../../facts.ts';

export default answers('ec2', {
  DescribeVpcPeeringConnections: here({
    VpcPeeringConnections: [
      {
        VpcPeeringConnectionId: 'pcx-a1',
        Status: { Code: 'active', Message: 'Active' },
        RequesterVpcInfo: { VpcId: 'vpc-a1', OwnerId: account, Region: mainRegion, CidrBlock: '10.0.0.0/16' },
        AccepterVpcInfo: { VpcId: 'vpc-9', OwnerId: otherAccount, Region: mainRegion, CidrBlock: '10.9.0.0/16' },
      },
    ],
  }),
});
