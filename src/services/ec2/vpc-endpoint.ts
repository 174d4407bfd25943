import type { Api } from '../../aws/api.ts';
import { everyPage } from '../../aws/pages.ts';
import { listed } from '../../inventory/listed.ts';
import { ec2 } from './service.ts';
import { labelOf, ofOwner, tagged } from './tags.ts';

const gone: ReadonlySet<string | undefined> = new Set(['deleting', 'deleted']);

export const vpcEndpoint = listed(ec2, 'AWS::EC2::VPCEndpoint', 'DescribeVpcEndpoints', {
  references: ['https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html'],
  at: 'VpcEndpoints',
  input: { MaxResults: 1000 },
  narrows: { VpcEndpointIds: 'unless given', Filters: 'unless given' },
  id: ({ VpcEndpointId, State }) => (gone.has(State?.toLowerCase()) ? undefined : VpcEndpointId),
  keep: {
    ...tagged,
    ownerId: 'OwnerId',
    vpcId: 'VpcId',
    /** `Gateway`, `Interface`, `GatewayLoadBalancer`, `Resource`, `ServiceNetwork`, `Tunnel`. */
    endpointType: 'VpcEndpointType',
    /** E.g. `com.amazonaws.eu-west-1.s3`. */
    serviceName: 'ServiceName',
    /** The answer spells states in lower case, the model in upper case. */
    state: ({ State }) => State?.toLowerCase(),
    /** The route tables of a gateway endpoint. */
    routeTableIds: ({ RouteTableIds }) => RouteTableIds ?? [],
    /** The endpoint policy as JSON text; undefined where endpoints of that kind have none. */
    policy: ({ PolicyDocument }) => (PolicyDocument === '' ? undefined : PolicyDocument),
  },
  arn: ofOwner('vpc-endpoint'),
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
