import { openGroup, portsAmong } from '../../src/judgements/network/open-group.ts';

export default openGroup('ec2-security-group-no-open-ingress-custom-ports', {
  title: 'Security groups do not open ports of your own choice to the internet',
  settings: {
    ports: { type: 'integers', default: [], describe: 'ports, TCP and UDP, that your own services listen on inside' },
  },
  unless: [
    {
      such: {},
      when: (_group, { ports }) => (ports.length === 0 ? 'the settings name no ports' : undefined),
    },
  ],
  tried: { ports: [8443] },
  minded: (open, settings) => portsAmong(open, settings.ports),
  expected: (settings) => `port among ${settings.ports.join(', ')}`,
  risk: 'What only your own machines should reach is found by scanners within minutes and attacked from then on.',
  fix: {
    text: 'Let in the security groups of the clients, or your own networks, in place of the open range.',
  },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/security-group-rules-reference.html'],
});
