import { answers, here } from '../../answers.ts';
import { account, arnOf, daysAgo, idIn, mainRegion } from '../../facts.ts';

export default answers(
  'ec2',
  {
    DescribeSubnets: ({ region }) => ({
      Subnets: ['1', '2'].map((n) => ({
        SubnetId: idIn(region, 'subnet', n),
        SubnetArn: arnOf('ec2', `subnet/${idIn(region, 'subnet', n)}`, region),
        VpcId: idIn(region, 'vpc'),
        OwnerId: account,
        CidrBlock: `10.0.${n}.0/24`,
        AvailabilityZone: `${region}a`,
        MapPublicIpOnLaunch: n === '1',
        State: 'available',
        BlockPublicAccessStates: { InternetGatewayBlockMode: region === mainRegion ? 'block-bidirectional' : 'off' },
      })),
    }),
    DescribeVpcBlockPublicAccessExclusions: here({
      VpcBlockPublicAccessExclusions: [
        {
          ExclusionId: 'vpcbpa-exclude-a1',
          InternetGatewayExclusionMode: 'allow-bidirectional',
          ResourceArn: arnOf('ec2', 'subnet/subnet-a1'),
          State: 'create-complete',
          CreationTimestamp: daysAgo(9),
        },
      ],
    }),
  },
  { 'AWS::EC2::Subnet': 'subnet-a2' },
);
