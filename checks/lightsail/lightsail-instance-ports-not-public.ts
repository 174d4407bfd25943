import { fail, pass, unknown } from '../../src/engine/check.ts';
import { each } from '../../src/engine/forms/index.ts';
import { judgeRule, ruleName } from '../../src/judgements/network/lightsail-ports.ts';
import { widenessSettings } from '../../src/judgements/network/wide.ts';
import { lightsailInstance } from '../../src/services/lightsail/instance.ts';

export default each(lightsailInstance, 'lightsail-instance-ports-not-public', {
  title: 'Instances of Lightsail open no ports but those of public web services to the internet',
  settings: {
    ...widenessSettings,
    allowedPorts: {
      type: 'integers',
      default: [80, 443],
      describe: 'TCP and UDP ports that may be open to the internet',
    },
  },
  list: 'ports',
  test: (rule, { settings }) =>
    judgeRule(rule, settings, (from, to) => from !== to || !settings.allowedPorts.includes(from)),
  such: {
    good: { from: 22, to: 22, protocol: 'tcp', outbound: false, cidrs: ['198.51.100.7/32'], ipv6Cidrs: [] },
    bad: { from: 8080, to: 8080, protocol: 'tcp', outbound: false, cidrs: ['0.0.0.0/0'], ipv6Cidrs: ['::/0'] },
  },
  called: (rule) => ruleName(rule),
  pass: pass('{label} opens {good} to some networks only'),
  fail: fail('{label} opens {bad} to the internet; expected ports {settings.allowedPorts} at most'),
  none: pass('{label} opens no other ports than {settings.allowedPorts} to the internet'),
  unsaid: unknown('AWS does not say which ports {label} opens'),
  risk: 'A port that was not meant for the public is found by scanners within minutes and attacked from then on.',
  fix: {
    text: 'Close the port, or open it to the networks that need it (`aws lightsail put-instance-public-ports` takes all ports of the instance as a whole). Add ports that are public on purpose to the setting allowedPorts.',
  },
  references: [
    'https://docs.aws.amazon.com/lightsail/latest/userguide/understanding-firewall-and-port-mappings-in-amazon-lightsail.html',
  ],
});
