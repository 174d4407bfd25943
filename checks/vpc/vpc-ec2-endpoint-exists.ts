import { along, defineCheck, fail, notApplicable, pass } from '../../src/engine/check.ts';
import { isEndpointFor } from '../../src/services/ec2/endpoint-for.ts';
import { isShared, sharedReason } from '../../src/services/ec2/ownership.ts';
import { labelOf } from '../../src/services/ec2/tags.ts';
import { vpcEndpoint } from '../../src/services/ec2/vpc-endpoint.ts';
import { vpc } from '../../src/services/ec2/vpc.ts';

export default defineCheck({
  id: 'vpc-ec2-endpoint-exists',
  title: 'VPCs reach the EC2 API through an interface endpoint',
  resource: vpc,
  along: { endpoints: along(vpcEndpoint, { reach: 'region', witness: true }) },
  risk: 'Calls to the EC2 API leave the VPC by an internet or NAT gateway, so subnets that only manage AWS resources need a way out, and no endpoint policy can limit what passes.',
  fix: {
    text: 'Create an interface endpoint for EC2 with private DNS in subnets of each Availability Zone in use, with a security group that lets the VPC in on port 443 and a policy for your own accounts.',
    cli: 'aws ec2 create-vpc-endpoint --vpc-id {id} --vpc-endpoint-type Interface --service-name com.amazonaws.{region}.ec2 --subnet-ids SUBNET_ID --security-group-ids GROUP_ID --private-dns-enabled --region {region}',
    terraform:
      'resource "aws_vpc_endpoint" "ec2" {\n  vpc_id              = "{id}"\n  vpc_endpoint_type   = "Interface"\n  service_name        = "com.amazonaws.{region}.ec2"\n  subnet_ids          = var.private_subnet_ids\n  security_group_ids  = [aws_security_group.endpoints.id]\n  private_dns_enabled = true\n}',
  },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/interface-vpc-endpoints.html'],
  evaluate(subject, { along: { endpoints } }) {
    if (isShared(subject)) return notApplicable(sharedReason(subject));
    const name = labelOf(subject);
    const own = endpoints.filter((each) => each.endpointType === 'Interface' && isEndpointFor(each, subject, 'ec2'));
    const ready = own.find(({ state }) => state === 'available');
    if (ready !== undefined) return pass(`${name} has the EC2 endpoint ${ready.id}`, { endpoint: ready.id });
    const [first] = own;
    return first === undefined
      ? fail(`${name} has no interface endpoint for EC2`)
      : fail(
          `${name} has the EC2 endpoint ${first.id}, but its state is ${first.state ?? 'not known'}, expected available`,
          {
            endpoint: first.id,
            state: first.state,
          },
        );
  },
});
