import type { TunnelOption } from '@aws-sdk/client-ec2';
import { listed } from '../../inventory/listed.ts';
import { ec2 } from './service.ts';
import { labelOf, tagged } from './tags.ts';

/**
 * A Site-to-Site VPN connection. The call answers all of them at once: it has no pages. The pre-shared keys and the
 * customer gateway configuration in its answer are secrets and go no further.
 */
export const vpnConnection = listed(ec2, 'AWS::EC2::VPNConnection', 'DescribeVpnConnections', {
  at: 'VpnConnections',
  whole: true,
  narrows: { Filters: 'unless given', VpnConnectionIds: 'unless given' },
  id: ({ VpnConnectionId, State }) => (State === 'deleting' || State === 'deleted' ? undefined : VpnConnectionId),
  keep: {
    ...tagged,
    state: 'State',
    tunnels: ({ Options }) => (Options?.TunnelOptions ?? []).map(tunnelOf),
    telemetry: ({ VgwTelemetry }) =>
      (VgwTelemetry ?? []).map(({ OutsideIpAddress, Status, StatusMessage, LastStatusChange }) => ({
        outsideIp: OutsideIpAddress,
        /** `UP` or `DOWN`. */
        status: Status,
        statusMessage: StatusMessage === '' ? undefined : StatusMessage,
        changedAt: LastStatusChange?.toISOString(),
      })),
  },
  label: labelOf,
  arn: ({ id }, { partition, region, account }) => `arn:${partition}:ec2:${region}:${account}:vpn-connection/${id}`,
});

/** Guard of checks: one that is being created has nothing to judge yet. */
export const created = { at: 'state', is: ['pending'], because: '{label} is still being created' } as const;

/** What a tunnel may negotiate, in the shape of `src/judgements/network/vpn.ts`: an empty list is AWS's default. */
function tunnelOf(tunnel: TunnelOption) {
  return {
    outsideIp: tunnel.OutsideIpAddress,
    ikeVersions: valuesOf(tunnel.IkeVersions),
    phase1EncryptionAlgorithms: valuesOf(tunnel.Phase1EncryptionAlgorithms),
    phase2EncryptionAlgorithms: valuesOf(tunnel.Phase2EncryptionAlgorithms),
    phase1IntegrityAlgorithms: valuesOf(tunnel.Phase1IntegrityAlgorithms),
    phase2IntegrityAlgorithms: valuesOf(tunnel.Phase2IntegrityAlgorithms),
    phase1DHGroupNumbers: valuesOf(tunnel.Phase1DHGroupNumbers),
    phase2DHGroupNumbers: valuesOf(tunnel.Phase2DHGroupNumbers),
    /** Off unless turned on. https://docs.aws.amazon.com/vpn/latest/s2svpn/monitoring-logs.html */
    logging: tunnel.LogOptions?.CloudWatchLogOptions?.LogEnabled === true,
    logGroupArn: tunnel.LogOptions?.CloudWatchLogOptions?.LogGroupArn,
  };
}

function valuesOf<T>(list: readonly { readonly Value?: T | undefined }[] | undefined): T[] {
  return (list ?? []).flatMap(({ Value }) => (Value === undefined ? [] : [Value]));
}
