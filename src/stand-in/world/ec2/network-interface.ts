import { answers } from '../../answers.ts';
import { account, idIn } from '../../facts.ts';

export default answers('ec2', {
  DescribeNetworkInterfaces: ({ region }) => ({
    NetworkInterfaces: [
      {
        NetworkInterfaceId: idIn(region, 'eni'),
        VpcId: idIn(region, 'vpc'),
        SubnetId: idIn(region, 'subnet'),
        OwnerId: account,
        Groups: [{ GroupId: idIn(region, 'sg', 2), GroupName: 'web' }],
        Status: 'in-use',
        InterfaceType: 'interface',
      },
    ],
  }),
});
