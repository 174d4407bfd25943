import { answers, here } from '../../answers.ts';
import { arnOf, daysAgo } from '../../facts.ts';

const list = (...values: unknown[]): object[] => values.map((Value) => ({ Value }));
const careful = {
  IkeVersions: list('ikev2'),
  Phase1EncryptionAlgorithms: list('AES256-GCM-16'),
  Phase2EncryptionAlgorithms: list('AES256-GCM-16'),
  Phase1IntegrityAlgorithms: list('SHA2-384'),
  Phase2IntegrityAlgorithms: list('SHA2-384'),
  Phase1DHGroupNumbers: list(20),
  Phase2DHGroupNumbers: list(20),
  LogOptions: {
    CloudWatchLogOptions: { LogEnabled: true, LogGroupArn: arnOf('logs', 'log-group:/vpn/office') },
  },
};

const vpn = (VpnConnectionId: string, ips: readonly string[], options: object, second: string): object => ({
  VpnConnectionId,
  State: 'available',
  Type: 'ipsec.1',
  Options: { TunnelOptions: ips.map((OutsideIpAddress) => ({ OutsideIpAddress, ...options })) },
  VgwTelemetry: ips.map((OutsideIpAddress, index) => ({
    OutsideIpAddress,
    Status: index === 0 ? 'UP' : second,
    LastStatusChange: daysAgo(3),
  })),
});

/** One that was set up with care, and one as it comes. */
export default answers('ec2', {
  DescribeVpnConnections: here({
    VpnConnections: [
      vpn('vpn-a1', ['198.51.100.10', '198.51.100.11'], careful, 'UP'),
      vpn('vpn-a2', ['203.0.113.20', '203.0.113.21'], {}, 'DOWN'),
    ],
  }),
});
