import { defineCheck, fail, pass } from '../../src/engine/check.ts';
import { isPublicCidr } from '../../src/text/cidr.ts';
import { instance } from '../../src/services/ec2/instance.ts';
import { labelOf } from '../../src/services/ec2/tags.ts';

export default defineCheck({
  id: 'ec2-instance-no-public-ip',
  title: 'EC2 instances have no public IP address',
  resource: instance,
  risk: 'An instance with a public address is one security-group rule away from the internet, and is scanned all day long.',
  fix: {
    text: 'Launch instances in private subnets behind a load balancer, reach them by Session Manager, and let them out through a NAT gateway, or an egress-only internet gateway for IPv6. Release an Elastic IP; an address given at launch is lost only by removing it from the interface or launching anew.',
    terraform:
      'resource "aws_instance" "this" {\n  ami                         = var.ami\n  instance_type               = "t3.micro"\n  subnet_id                   = aws_subnet.private.id\n  associate_public_ip_address = false\n}',
  },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html'],
  evaluate(subject) {
    const name = labelOf(subject);
    const ipv4 = [subject.publicIp, ...subject.interfaces.flatMap(({ publicIps }) => publicIps)];
    // IPv6 has no second, private address: one that is globally unique is public.
    const ipv6 = subject.interfaces.flatMap((each) => each.ipv6.filter(isPublicCidr));
    const addresses = [...new Set([...ipv4.filter((ip) => ip !== undefined && ip !== ''), ...ipv6])];
    return addresses.length === 0
      ? pass(`${name} has no public IPv4 or IPv6 address`)
      : fail(`${name} has public address ${addresses.join(', ')}; expected none`, { addresses });
  },
});
