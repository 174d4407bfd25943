import type { Api } from '../../aws/api.ts';
import { everyPage } from '../../aws/pages.ts';
import { resource } from '../../inventory/resource.ts';
import { ec2 } from './service.ts';
import { labelOf, nameOf, tagsOf } from './tags.ts';

const gone: ReadonlySet<string> = new Set(['deleting', 'deleted']);

export const vpcEndpoint = resource(ec2, 'AWS::EC2::VPCEndpoint', {
  calls: ['DescribeVpcEndpoints'],
  narrows: { DescribeVpcEndpoints: { VpcEndpointIds: 'unless given', Filters: 'unless given' } },
  resumable: 'DescribeVpcEndpoints',
  references: ['https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html'],
  async *list(api) {
    for await (const { VpcEndpoints } of api.pages('DescribeVpcEndpoints', { MaxResults: 1000 })) {
      for (const each of VpcEndpoints ?? []) {
        // The answer spells states in lower case, the model in upper case.
        const state = each.State?.toLowerCase();
        if (each.VpcEndpointId === undefined || (state !== undefined && gone.has(state))) continue;
        yield {
          id: each.VpcEndpointId,
          name: nameOf(each.Tags),
          arn: `arn:${api.partition}:ec2:${api.region}:${each.OwnerId ?? api.account}:vpc-endpoint/${each.VpcEndpointId}`,
          tags: tagsOf(each.Tags),
          ownerId: each.OwnerId,
          vpcId: each.VpcId,
          /** `Gateway`, `Interface`, `GatewayLoadBalancer`, `Resource`, `ServiceNetwork`, `Tunnel`. */
          endpointType: each.VpcEndpointType,
          /** E.g. `com.amazonaws.eu-west-1.s3`. */
          serviceName: each.ServiceName,
          state,
          /** The route tables of a gateway endpoint. */
          routeTableIds: each.RouteTableIds ?? [],
          /** The endpoint policy as JSON text; undefined where endpoints of that kind have none. */
          policy: each.PolicyDocument === '' ? undefined : each.PolicyDocument,
        };
      }
    }
  },
  label: labelOf,
}).facets((facet) => ({
  /**
   * Whether endpoints of the service obey a policy; where they do not, the policy shown allows everything and cannot be
   * changed. Undefined when the service is not among those the region offers to this account.
   * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ServiceDetail.html
   */
  policySupported: facet({
    calls: ['DescribeVpcEndpointServices'],
    often: { DescribeVpcEndpointServices: 'once' },
    async read(api, { serviceName = '' }) {
      const services = await api.once('endpoint services', () => policySupport(api));
      return services.get(serviceName);
    },
  }),
}));

/** The SDK has no paginator for this operation, although it answers in pages. */
async function policySupport(
  api: Api<typeof import('@aws-sdk/client-ec2'), 'DescribeVpcEndpointServices'>,
): Promise<ReadonlyMap<string, boolean | undefined>> {
  const services = new Map<string, boolean | undefined>();
  const ask = (NextToken: string | undefined) =>
    api.call('DescribeVpcEndpointServices', { MaxResults: 1000, ...(NextToken === undefined ? {} : { NextToken }) });
  for await (const { ServiceDetails = [] } of everyPage(ask, (page) => page.NextToken)) {
    for (const { ServiceName, VpcEndpointPolicySupported } of ServiceDetails) {
      if (ServiceName !== undefined) services.set(ServiceName, VpcEndpointPolicySupported);
    }
  }
  return services;
}
