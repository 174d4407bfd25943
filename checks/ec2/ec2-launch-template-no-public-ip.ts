import { defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { launchTemplate, versionName } from '../../src/services/ec2/launch-template.ts';

export default defineCheck({
  id: 'ec2-launch-template-no-public-ip',
  title: 'Launch templates ask for no public IP address',
  resource: launchTemplate,
  needs: ['versions'],
  risk: 'Every instance that an Auto Scaling group or a person launches from the template is put on the internet.',
  fix: {
    text: 'Make a new version whose network interfaces do not associate a public address, and make it the default. A version that names interfaces replaces all of them, so that each needs its subnet and groups again. Pin Auto Scaling groups to it.',
    terraform:
      'resource "aws_launch_template" "this" {\n  name = "{name}"\n  network_interfaces {\n    device_index                = 0\n    associate_public_ip_address = false\n  }\n}',
  },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-launch-templates.html'],
  evaluate({ name, versions, defaultVersion, latestVersion }) {
    const numbers = versions.map(({ number }) => number);
    const missing = [defaultVersion, latestVersion].filter((number) => !numbers.includes(number));
    const bad = versions.filter(({ interfaces }) =>
      interfaces.some(({ associatePublicIp, ipv6 }) => associatePublicIp === true || ipv6),
    );
    if (bad.length > 0) {
      const which = bad.map(({ number }) => versionName(number, defaultVersion, latestVersion)).join(' and ');
      const ipv4 = bad.some(({ interfaces }) => interfaces.some(({ associatePublicIp }) => associatePublicIp === true));
      const what = ipv4 ? 'a public IP address' : 'IPv6 addresses, public unless the block of the subnet is private,';
      return fail(`${name} asks for ${what} in its ${which}`, { versions: bad.map(({ number }) => number) });
    }
    if (missing.length > 0) return unknown(`EC2 did not give version ${missing.join(', ')} of ${name}`);
    const open = versions.some(
      ({ interfaces }) => interfaces.length === 0 || interfaces.some((each) => each.associatePublicIp === undefined),
    );
    const rest = open ? '; where it says nothing, the subnet decides' : '';
    return pass(`${name} asks for no public IP address in its default and latest version${rest}`, {
      versions: numbers,
    });
  },
});
