import { answers, here } from '../../answers.ts';
import { account, arnOf } from '../../facts.ts';

export default answers('ec2', {
  DescribeTransitGateways: here({
    TransitGateways: [
      {
        TransitGatewayId: 'tgw-a1',
        TransitGatewayArn: arnOf('ec2', 'transit-gateway/tgw-a1'),
        OwnerId: account,
        State: 'available',
        Options: { AutoAcceptSharedAttachments: 'enable' },
      },
    ],
  }),
});
