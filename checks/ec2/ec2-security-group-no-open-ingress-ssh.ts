import { openGroup, portsAmong } from '../../src/judgements/network/open-group.ts';

export default openGroup('ec2-security-group-no-open-ingress-ssh', {
  title: 'Security groups do not open SSH to the internet',
  settings: {
    ports: { type: 'integers', default: [22], describe: 'TCP ports on which SSH listens' },
  },
  minded: (open, settings) => portsAmong(open, settings.ports).filter(({ protocol }) => protocol === 'tcp'),
  expected: (settings) => `SSH port (${settings.ports.join(', ')})`,
  risk: 'SSH on the internet is tried with stolen keys and guessed passwords around the clock; one flaw in it opens every host at once.',
  fix: {
    text: 'Remove the open rule and reach hosts by Session Manager or EC2 Instance Connect Endpoint, which need no open port.',
  },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/connect-with-ec2-instance-connect-endpoint.html'],
});
