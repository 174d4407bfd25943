import { along, fail, pass } from '../../src/engine/check.ts';
import { companion } from '../../src/engine/forms/index.ts';
import { isEndpointFor } from '../../src/services/ec2/endpoint-for.ts';
import { notShared } from '../../src/services/ec2/ownership.ts';
import { vpcEndpoint } from '../../src/services/ec2/vpc-endpoint.ts';
import { vpc } from '../../src/services/ec2/vpc.ts';

export default companion(vpc, 'vpc-s3-gateway-endpoint-exists', {
  title: 'VPCs reach S3 through a gateway endpoint',
  risk: "Traffic to S3 goes out through an internet or NAT gateway: it costs per gigabyte, and no endpoint policy can stop data from leaving to a stranger's bucket.",
  fix: {
    text: 'Create a gateway endpoint for S3, which is free of charge, add it to the route tables of every subnet that uses S3, and give it a policy for your own buckets.',
    cli: 'aws ec2 create-vpc-endpoint --vpc-id {id} --vpc-endpoint-type Gateway --service-name com.amazonaws.{region}.s3 --route-table-ids ROUTE_TABLE_ID',
    terraform:
      'resource "aws_vpc_endpoint" "s3" {\n  vpc_id            = "{id}"\n  vpc_endpoint_type = "Gateway"\n  service_name      = "com.amazonaws.{region}.s3"\n  route_table_ids   = [aws_route_table.private.id]\n}',
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-s3.html'],
  unless: [notShared],
  of: along(vpcEndpoint, { reach: 'region', witness: true }),
  belongs: (subject, other) => other.endpointType === 'Gateway' && isEndpointFor(other, subject, 's3'),
  fault: ({ state, routeTableIds }) =>
    state !== 'available'
      ? `its state is ${state ?? 'not known'}`
      : routeTableIds.length === 0
        ? 'no route table uses it'
        : undefined,
  such: ({ id, region }) => {
    const good = {
      id: 'vpce-1',
      vpcId: id,
      endpointType: 'Gateway' as const,
      serviceName: `com.amazonaws.${region}.s3`,
      state: 'available',
      routeTableIds: ['rtb-1'],
    };
    return { good, faulty: { ...good, routeTableIds: [] } };
  },
  pass: pass('{label} has the S3 gateway endpoint {other.id} in {other.routeTableIds}'),
  fail: fail('{label} has no gateway endpoint for S3'),
  faulty: fail('{label} has the S3 gateway endpoint {other.id}, but {fault}'),
});
