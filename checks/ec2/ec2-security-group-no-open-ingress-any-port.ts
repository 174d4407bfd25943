import { openGroup, portsOutside } from '../../src/judgements/network/open-group.ts';

export default openGroup('ec2-security-group-no-open-ingress-any-port', {
  title: 'Security groups open no ports but those of public web services to the internet',
  settings: {
    allowedPorts: {
      type: 'integers',
      default: [80, 443],
      describe: 'TCP and UDP ports that may be open to the internet',
    },
  },
  minded: (open, settings) => portsOutside(open, settings.allowedPorts),
  expected: (settings) => `port but ${settings.allowedPorts.join(', ')}`,
  risk: 'A port that was not meant for the public is found by scanners within minutes and attacked from then on.',
  fix: {
    text: 'Replace the open source range by the networks, prefix lists or security groups that need the port. Add ports that are public on purpose to the setting allowedPorts.',
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
});
