import { resource } from '../../inventory/resource.ts';
import { ec2 } from './service.ts';
import { nameOf, tagsOf } from './tags.ts';

const gone: ReadonlySet<string> = new Set(['deleting', 'deleted']);

export const vpcEndpoint = resource(ec2, 'AWS::EC2::VPCEndpoint', {
  calls: ['DescribeVpcEndpoints'],
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
});
