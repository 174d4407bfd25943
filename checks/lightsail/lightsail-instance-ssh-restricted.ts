import { fail, pass, unknown } from '../../src/engine/check.ts';
import { each } from '../../src/engine/forms/index.ts';
import { judgeRule, ruleName } from '../../src/judgements/network/lightsail-ports.ts';
import { widenessSettings } from '../../src/judgements/network/wide.ts';
import { lightsailInstance } from '../../src/services/lightsail/instance.ts';

export default each(lightsailInstance, 'lightsail-instance-ssh-restricted', {
  title: 'Instances of Lightsail open SSH to some networks only',
  settings: { ...widenessSettings },
  list: 'ports',
  test: (rule, { settings }) => judgeRule(rule, settings, (from, to) => from <= 22 && to >= 22),
  such: {
    good: { from: 22, to: 22, protocol: 'tcp', outbound: false, cidrs: ['198.51.100.7/32'], ipv6Cidrs: [] },
    bad: { from: 22, to: 22, protocol: 'tcp', outbound: false, cidrs: ['0.0.0.0/0'], ipv6Cidrs: ['::/0'] },
  },
  called: (rule) => ruleName(rule),
  pass: pass('{label} opens SSH to some networks only'),
  fail: fail('{label} opens SSH to the internet ({bad})'),
  none: pass('{label} does not open SSH'),
  unsaid: unknown('AWS does not say which ports {label} opens'),
  risk: 'Everybody may try passwords and keys, and the next hole in the server is used within hours.',
  fix: {
    text: 'Open port 22 to the networks that administer it, or only to the browser-based client of Lightsail (`cidrListAliases=lightsail-connect`): `aws lightsail put-instance-public-ports` takes all ports of the instance as a whole.',
  },
  references: [
    'https://docs.aws.amazon.com/lightsail/latest/userguide/understanding-firewall-and-port-mappings-in-amazon-lightsail.html',
  ],
});
