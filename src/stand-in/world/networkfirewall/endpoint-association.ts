import { answers, here } from '../../answers.ts';
import { arnOf, idIn, mainRegion } from '../../facts.ts';

const arn = arnOf('network-firewall', 'vpc-endpoint-association/00000000-0000-4000-8000-0000000000f3');

/** The firewall `egress` looks at what another VPC sends, too. */
export default answers(
  'network-firewall',
  {
    ListVpcEndpointAssociations: here({ VpcEndpointAssociations: [{ VpcEndpointAssociationArn: arn }] }),
    DescribeVpcEndpointAssociation: ({ input: { VpcEndpointAssociationArn } }) => ({
      VpcEndpointAssociation: {
        VpcEndpointAssociationId: '00000000-0000-4000-8000-0000000000f3',
        VpcEndpointAssociationArn,
        FirewallArn: arnOf('network-firewall', 'firewall/egress'),
        VpcId: idIn(mainRegion, 'vpc', 2),
        SubnetMapping: { SubnetId: idIn(mainRegion, 'subnet', 3) },
      },
      VpcEndpointAssociationStatus: { Status: 'READY' },
    }),
  },
  { 'AWS::NetworkFirewall::VpcEndpointAssociation': '00000000-0000-4000-8000-0000000000f3' },
);
