import { along, fail, pass } from '../../src/engine/check.ts';
import { hcl } from '../../src/text/hcl.ts';
import { shell } from '../../src/text/shell.ts';
import { companion } from '../../src/engine/forms/index.ts';
import { vpc } from '../../src/services/ec2/vpc.ts';
import { endpointsFor, interfaceName, isEndpointFor } from '../../src/services/ec2/endpoint-for.ts';
import { notShared } from '../../src/services/ec2/ownership.ts';
import { vpcEndpoint } from '../../src/services/ec2/vpc-endpoint.ts';

export default companion(vpc, 'vpc-ec2-endpoint-exists', {
  title: 'VPCs reach the EC2 API through an interface endpoint',
  unless: [notShared],
  of: along(vpcEndpoint, { reach: 'region', witness: true }),
  belongs: (vpc, other) => other.endpointType === 'Interface' && isEndpointFor(other, vpc, 'ec2'),
  fault: ({ state }) =>
    state === 'available' ? undefined : `its state is ${state ?? 'not known'}, expected available`,
  such: (vpc) => endpointsFor(vpc, 'ec2', 'Interface'),
  pass: pass('{label} has the EC2 endpoint {other.id}'),
  fail: fail('{label} has no interface endpoint for EC2'),
  faulty: fail('{label} has the EC2 endpoint {other.id}, but {fault}'),
  risk: 'Calls to the EC2 API leave the VPC by an internet or NAT gateway, so subnets that only manage AWS resources need a way out, and no endpoint policy can limit what passes.',
  fix: {
    text: 'Create an interface endpoint for EC2 with private DNS in subnets of each Availability Zone in use, with a security group that lets the VPC in on port 443 and a policy for your own accounts.',
    exact: (vpc) => {
      const name = interfaceName(vpc, 'ec2');
      return {
        cli: shell`aws ec2 create-vpc-endpoint --vpc-id ${vpc.id} --vpc-endpoint-type Interface --service-name ${name} --subnet-ids SUBNET_ID --security-group-ids GROUP_ID --private-dns-enabled`,
        terraform: hcl`resource "aws_vpc_endpoint" "ec2" {
  vpc_id              = ${vpc.id}
  vpc_endpoint_type   = "Interface"
  service_name        = ${name}
  subnet_ids          = var.private_subnet_ids
  security_group_ids  = [aws_security_group.endpoints.id]
  private_dns_enabled = true
}`,
      };
    },
  },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/interface-vpc-endpoints.html'],
});
