import { along, defineCheck, fail, notApplicable, pass } from '../../src/engine/check.ts';
import { isEndpointFor } from '../../src/services/ec2/endpoint-for.ts';
import { isShared, sharedReason } from '../../src/services/ec2/ownership.ts';
import { labelOf } from '../../src/services/ec2/tags.ts';
import { vpcEndpoint } from '../../src/services/ec2/vpc-endpoint.ts';
import { vpc } from '../../src/services/ec2/vpc.ts';

export default defineCheck({
  id: 'vpc-s3-gateway-endpoint-exists',
  title: 'VPCs reach S3 through a gateway endpoint',
  resource: vpc,
  along: { endpoints: along(vpcEndpoint, { reach: 'region', witness: true }) },
  risk: "Traffic to S3 goes out through an internet or NAT gateway: it costs per gigabyte, and no endpoint policy can stop data from leaving to a stranger's bucket.",
  fix: {
    text: 'Create a gateway endpoint for S3, which is free of charge, add it to the route tables of every subnet that uses S3, and give it a policy for your own buckets.',
    cli: 'aws ec2 create-vpc-endpoint --vpc-id {id} --vpc-endpoint-type Gateway --service-name com.amazonaws.{region}.s3 --route-table-ids ROUTE_TABLE_ID --region {region}',
    terraform:
      'resource "aws_vpc_endpoint" "s3" {\n  vpc_id            = "{id}"\n  vpc_endpoint_type = "Gateway"\n  service_name      = "com.amazonaws.{region}.s3"\n  route_table_ids   = [aws_route_table.private.id]\n}',
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-s3.html'],
  evaluate(subject, { along: { endpoints } }) {
    if (isShared(subject)) return notApplicable(sharedReason(subject));
    const name = labelOf(subject);
    const own = endpoints.filter((each) => each.endpointType === 'Gateway' && isEndpointFor(each, subject, 's3'));
    const used = own.find(({ state, routeTableIds }) => state === 'available' && routeTableIds.length > 0);
    if (used !== undefined) {
      return pass(`${name} has the S3 gateway endpoint ${used.id} in ${used.routeTableIds.join(', ')}`, {
        endpoint: used.id,
      });
    }
    const [first] = own;
    if (first === undefined) return fail(`${name} has no gateway endpoint for S3`);
    const why = first.state === 'available' ? 'no route table uses it' : `its state is ${first.state ?? 'not known'}`;
    return fail(`${name} has the S3 gateway endpoint ${first.id}, but ${why}`, {
      endpoint: first.id,
      state: first.state,
    });
  },
});
