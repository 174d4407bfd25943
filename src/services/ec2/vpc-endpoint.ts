import type { Api } from '../../aws/api.ts';
import { everyPage } from '../../aws/pages.ts';
import { listed } from '../../inventory/listed.ts';
import { metric } from '../cloudwatch/metric.ts';
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
    createdAt: 'CreationTimestamp',
    /** The region of its service, where that is another one. */
    serviceRegion: 'ServiceRegion',
    /** The service that it leads to made it and looks after it, as Network Firewall does: nobody else may delete it. */
    serviceManaged: 'RequesterManaged',
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
  /** Bytes that went through an interface or Gateway Load Balancer endpoint, both ways. */
  bytes: facet.joined(
    metric<{
      readonly id: string;
      readonly createdAt: string | undefined;
      readonly endpointType: string | undefined;
      readonly serviceName: string | undefined;
      readonly vpcId: string | undefined;
    }>({
      namespace: 'AWS/PrivateLinkEndpoints',
      name: 'BytesProcessed',
      stat: 'Sum',
      window: 'days',
      only: ({ endpointType = '' }) => ['Interface', 'GatewayLoadBalancer'].includes(endpointType),
      // Sent for minutes with traffic only: https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-cloudwatch-metrics.html
      zeroSince: ({ createdAt }) => createdAt,
      dimensions: ({ id, endpointType = '', serviceName = '', vpcId = '' }) => ({
        'VPC Endpoint Id': id,
        'Endpoint Type': endpointType,
        'Service Name': serviceName,
        'VPC Id': vpcId,
      }),
    }),
  ),
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

/** What an idle one costs is billed to the account that owns it, and counted where the metrics are. */
export const endpointUnseen = {
  such: { serviceRegion: 'ap-southeast-2' },
  when: ({
    name,
    serviceRegion,
    serviceManaged,
    region,
    ownerId,
    account,
  }: {
    readonly name: string;
    readonly serviceRegion?: string | undefined;
    readonly serviceManaged?: boolean | undefined;
    readonly region: string;
    readonly ownerId?: string | undefined;
    readonly account: string;
  }): string | undefined => {
    if (ownerId !== undefined && ownerId !== account) return `${name} belongs to account ${ownerId}`;
    if (serviceManaged === true) return `${name} is managed by the service that made it`;
    return serviceRegion === undefined || serviceRegion === region
      ? undefined
      : `${name} leads to a service in ${serviceRegion}, and AWS sends no metrics of such`;
  },
} as const;
