import { answers } from '../../answers.ts';
import { account, idIn, mainRegion } from '../../facts.ts';

export default answers('ec2', {
  DescribeRouteTables: ({ region }) => {
    const RouteTableId = idIn(region, 'rtb');
    return {
      RouteTables: [
        {
          RouteTableId,
          VpcId: idIn(region, 'vpc'),
          OwnerId: account,
          Associations: [{ Main: true, RouteTableAssociationId: idIn(region, 'rtba'), RouteTableId }],
          Routes: [
            {
              DestinationCidrBlock: '0.0.0.0/0',
              GatewayId: idIn(region, 'igw'),
              State: 'active',
              Origin: 'CreateRoute',
            },
            ...(region === mainRegion
              ? [{ DestinationCidrBlock: '10.9.1.0/24', VpcPeeringConnectionId: 'pcx-a1', State: 'active' }]
              : []),
          ],
        },
      ],
    };
  },
});
