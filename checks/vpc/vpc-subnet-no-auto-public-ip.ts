import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { notShared } from '../../src/services/ec2/ownership.ts';
import { subnet } from '../../src/services/ec2/subnet.ts';

export default state(subnet, 'vpc-subnet-no-auto-public-ip', {
  title: 'Subnets give instances no public address by themselves',
  unless: [notShared],
  at: 'assignsPublicIp',
  is: {
    true: fail(
      '{name} gives every new network interface of an instance a public IPv4 address; expected that it does not',
    ),
    false: pass('{name} gives instances no public IPv4 address by itself'),
  },
  unsaid: unknown('AWS does not say whether {name} gives instances a public address'),
  risk: 'Whoever launches an instance without a thought puts it on the internet, where only its security groups are in between.',
  fix: {
    text: 'Turn the setting off: launches then ask for a public address where they need one. Addresses that are in use stay; load balancers and NAT gateways are not concerned.',
    cli: 'aws ec2 modify-subnet-attribute --subnet-id {id} --no-map-public-ip-on-launch',
    terraform: 'resource "aws_subnet" "this" {\n  # …\n  map_public_ip_on_launch = false\n}',
  },
  references: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-public-ip.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-15',
  ],
});
