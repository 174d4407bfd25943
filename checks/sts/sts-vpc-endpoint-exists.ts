import { along, fail, pass } from '../../src/engine/check.ts';
import { shell } from '../../src/text/shell.ts';
import { companion } from '../../src/engine/forms/index.ts';
import { vpc } from '../../src/services/ec2/vpc.ts';
import { endpointsFor, interfaceName, isEndpointFor } from '../../src/services/ec2/endpoint-for.ts';
import { notShared } from '../../src/services/ec2/ownership.ts';
import { vpcEndpoint } from '../../src/services/ec2/vpc-endpoint.ts';

export default companion(vpc, 'sts-vpc-endpoint-exists', {
  title: 'VPCs reach STS of their region through an interface endpoint',
  unless: [notShared],
  of: along(vpcEndpoint, { reach: 'region', witness: true }),
  belongs: (vpc, other) => other.endpointType === 'Interface' && isEndpointFor(other, vpc, 'sts'),
  fault: ({ state }) =>
    state === 'available' ? undefined : `its state is ${state ?? 'not known'}, expected available`,
  such: (vpc) => endpointsFor(vpc, 'sts', 'Interface'),
  pass: pass('{label} has the STS endpoint {other.id}'),
  fail: fail('{label} has no interface endpoint for STS'),
  faulty: fail('{label} has the STS endpoint {other.id}, but {fault}'),
  risk: 'Whoever asks for credentials in the VPC needs a way to the internet: when that has trouble nothing gets a role, and no endpoint policy says into which accounts.',
  fix: {
    text: 'Create an interface endpoint for STS with private DNS in subnets of each Availability Zone in use, with a security group that lets the VPC in on port 443 and a policy for your own accounts. SDKs have to use regional endpoints.',
    exact: (vpc) => {
      const name = interfaceName(vpc, 'sts');
      return {
        cli: shell`aws ec2 create-vpc-endpoint --vpc-id ${vpc.id} --vpc-endpoint-type Interface --service-name ${name} --subnet-ids SUBNET_ID --security-group-ids GROUP_ID --private-dns-enabled`,
      };
    },
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sts_vpc_endpoint_create.html',
    'https://docs.aws.amazon.com/sdkref/latest/guide/feature-sts-regionalized-endpoints.html',
  ],
});
