import { resource } from '../../inventory/resource.ts';
import { ec2 } from './service.ts';
import { labelOf, nameOf, tagsOf } from './tags.ts';

/** A service that this account offers to others by PrivateLink. */
export const vpcEndpointService = resource(ec2, 'AWS::EC2::VPCEndpointService', {
  calls: ['DescribeVpcEndpointServiceConfigurations'],
  narrows: { DescribeVpcEndpointServiceConfigurations: { ServiceIds: 'unless given', Filters: 'unless given' } },
  resumable: 'DescribeVpcEndpointServiceConfigurations',
  async *list(api) {
    const pages = api.pages('DescribeVpcEndpointServiceConfigurations', { MaxResults: 1000 });
    for await (const { ServiceConfigurations } of pages) {
      for (const each of ServiceConfigurations ?? []) {
        if (each.ServiceId === undefined || each.ServiceState === 'Deleting' || each.ServiceState === 'Deleted')
          continue;
        yield {
          id: each.ServiceId,
          name: nameOf(each.Tags),
          tags: tagsOf(each.Tags),
          /** Whether the owner must accept each connection. */
          acceptanceRequired: each.AcceptanceRequired,
        };
      }
    }
  },
  label: labelOf,
  arn: ({ id }, { partition, region, account }) =>
    `arn:${partition}:ec2:${region}:${account}:vpc-endpoint-service/${id}`,
}).facets((facet) => ({
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
