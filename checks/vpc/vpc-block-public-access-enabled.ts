import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { ec2Settings } from '../../src/services/ec2/account.ts';

export default state(ec2Settings, 'vpc-block-public-access-enabled', {
  title: 'VPC Block Public Access keeps the internet out in each region',
  at: 'vpcBlockPublicAccess.mode',
  is: {
    'block-bidirectional': pass(
      'VPC Block Public Access in {region} stops all traffic of internet gateways, except for what it excludes',
    ),
    'block-ingress': pass(
      'VPC Block Public Access in {region} stops what comes in by internet gateways, except for what it excludes',
    ),
    off: fail('VPC Block Public Access in {region} is off; expected block-ingress or block-bidirectional'),
  },
  unsaid: unknown('AWS does not say whether VPC Block Public Access is on in {region}'),
  risk: 'One route, one public address and one open group put a resource on the internet, and nothing above them says no.',
  fix: {
    text: 'Find out first what is served to the internet: with block-ingress, all of it goes dark except what is in VPCs and subnets that are excluded, so make the exclusions before. Answers to connections that NAT gateways open still come in. The mode off undoes it.',
    cli: 'aws ec2 modify-vpc-block-public-access-options --internet-gateway-block-mode block-ingress',
    terraform:
      'resource "aws_vpc_block_public_access_options" "this" {\n  internet_gateway_block_mode = "block-ingress"\n}',
  },
  references: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-172',
  ],
});
