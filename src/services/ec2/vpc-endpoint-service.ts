import { listed } from '../../inventory/listed.ts';
import { ec2 } from './service.ts';
import { labelOf, tagged } from './tags.ts';

/** A service that this account offers to others by PrivateLink. */
export const vpcEndpointService = listed(
  ec2,
  'AWS::EC2::VPCEndpointService',
  'DescribeVpcEndpointServiceConfigurations',
  {
    at: 'ServiceConfigurations',
    input: { MaxResults: 1000 },
    narrows: { ServiceIds: 'unless given', Filters: 'unless given' },
    id: ({ ServiceId, ServiceState: state }) => (state === 'Deleting' || state === 'Deleted' ? undefined : ServiceId),
    /** `acceptanceRequired`: whether the owner must accept each connection. */
    keep: { ...tagged, acceptanceRequired: 'AcceptanceRequired' },
    label: labelOf,
    arn: ({ id }, { partition, region, account }) =>
      `arn:${partition}:ec2:${region}:${account}:vpc-endpoint-service/${id}`,
  },
).facets((facet) => ({
  /**
   * Who may ask for a connection: ARNs of accounts, users, roles or organisation units, or `*`. Empty: nobody.
   * https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html#add-remove-permissions
   */
  allowedPrincipals: facet({
    calls: ['DescribeVpcEndpointServicePermissions'],
    async read(api, { id }) {
      const principals: string[] = [];
      const pages = api.pages('DescribeVpcEndpointServicePermissions', { ServiceId: id, MaxResults: 1000 });
      for await (const { AllowedPrincipals } of pages) {
        principals.push(...(AllowedPrincipals ?? []).flatMap(({ Principal }) => Principal ?? []));
      }
      return principals;
    },
  }),
}));
