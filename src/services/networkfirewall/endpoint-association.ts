import { listed } from '../../inventory/listed.ts';
import { arnAccount } from '../../text/arn.ts';
import { networkfirewall } from './service.ts';

/** An endpoint of a firewall beside those in its own VPC: in any VPC, of the account or of one that the firewall is shared with. */
export const endpointAssociation = listed(
  networkfirewall,
  'AWS::NetworkFirewall::VpcEndpointAssociation',
  'ListVpcEndpointAssociations',
  {
    at: 'VpcEndpointAssociations',
    input: { MaxResults: 100 },
    narrows: { FirewallArn: 'unless given' },
    id: ({ VpcEndpointAssociationArn: arn }) => arn?.slice(arn.lastIndexOf('/') + 1),
    keep: {
      arn: 'VpcEndpointAssociationArn',
      ownerId: ({ VpcEndpointAssociationArn }) => arnAccount(VpcEndpointAssociationArn),
    },
    label: ({ name }) => `Endpoint association ${name}`,
    references: ['https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_VpcEndpointAssociation.html'],
  },
).facets((facet) => ({
  details: facet.call('DescribeVpcEndpointAssociation', {
    input: ({ arn }) => ({ VpcEndpointAssociationArn: arn }),
    keep: ({ VpcEndpointAssociation: found, VpcEndpointAssociationStatus: about }) => ({
      firewallArn: found?.FirewallArn,
      vpcId: found?.VpcId,
      /** `DELETING`, `PROVISIONING` or `READY`. */
      status: about?.Status,
    }),
  }),
}));
