import type { ExactFix, Verdict } from '../../engine/check.ts';
import { fail, notApplicable, pass, unknown } from '../../engine/check.ts';
import { labelOf } from '../../services/ec2/tags.ts';
import { shell } from '../../text/shell.ts';
import type { TunnelOptions, TunnelSetting, TunnelWeakness } from './vpn.ts';
import { allowedProposals, unknownProposals, weakProposals } from './vpn.ts';

interface Tunnel extends TunnelOptions {
  readonly outsideIp?: string | undefined;
}

interface Connection {
  readonly id: string;
  readonly name: string;
  readonly state: string | undefined;
  readonly tunnels: readonly Tunnel[];
}

/** Whether the tunnels of a VPN connection accept nothing weak in some of their settings. */
export function judgeTunnels(
  connection: Connection,
  settings: readonly TunnelSetting[],
  { good, expected }: { readonly good: string; readonly expected: string },
): Verdict {
  const name = labelOf(connection);
  if (connection.state === 'pending') return notApplicable(`${name} is still being created`);
  const found = (of: typeof weakProposals) =>
    tunnelsOf(connection)
      .map((tunnel) => ({ ip: tunnel.outsideIp, tunnel, weak: of(tunnel, settings) }))
      .filter(({ weak }) => weak.length > 0);
  const bad = found(weakProposals);
  if (bad.length > 0)
    return fail(
      `${name} accepts ${describe(bad)}; expected ${expected}`,
      bad.map(({ ip, weak }) => ({ ip, weak })),
      changeTunnels(
        connection.id,
        bad.map(({ ip, tunnel, weak }) => ({ ip, options: strongOptions(tunnel, weak) })),
      ),
    );
  const strange = found(unknownProposals);
  return strange.length > 0
    ? unknown(`${name} accepts ${describe(strange)}, and this version does not know whether that is strong`)
    : pass(`${name} ${good}`);
}

/** The tunnels of a VPN connection. Where no options were ever set the answer may name none, and AWS's defaults hold. */
function tunnelsOf({ tunnels }: { readonly tunnels: readonly Tunnel[] }): readonly Tunnel[] {
  return tunnels.length === 0 ? [{}] : tunnels;
}

/** Proposals in words: `ikev1 (203.0.113.1, by default)`, each tunnel once. */
function describe(
  tunnels: readonly { readonly ip: string | undefined; readonly weak: readonly TunnelWeakness[] }[],
): string {
  return tunnels
    .map(({ ip, weak }) => {
      const values = [...new Set(weak.map(({ setting, value }) => `${prefix[setting]}${value}`))].join(', ');
      const where = [
        ...(ip === undefined ? [] : [ip]),
        ...(weak.every(({ byDefault }) => byDefault) ? ['by default'] : []),
      ];
      return where.length === 0 ? values : `${values} (${where.join(', ')})`;
    })
    .join(', ');
}

const prefix: Record<TunnelSetting, string> = {
  ikeVersions: '',
  phase1EncryptionAlgorithms: '',
  phase2EncryptionAlgorithms: '',
  phase1IntegrityAlgorithms: '',
  phase2IntegrityAlgorithms: '',
  phase1DHGroupNumbers: 'group ',
  phase2DHGroupNumbers: 'group ',
};

/** Changes options of tunnels of a VPN connection; of one without an address nothing can be said. */
export function changeTunnels(
  connectionId: string,
  changes: readonly { readonly ip: string | undefined; readonly options: object }[],
): ExactFix {
  const cli = changes.flatMap(({ ip, options }) =>
    ip === undefined
      ? []
      : shell`aws ec2 modify-vpn-tunnel-options --vpn-connection-id ${connectionId} --vpn-tunnel-outside-ip-address ${ip} --tunnel-options ${options}`,
  );
  return {
    note: 'A tunnel is down for some minutes while it is changed, and the customer gateway has to offer the same: change the second one when the first is up again.',
    ...(cli.length === 0 ? {} : { cli: cli.join('\n') }),
  };
}

/** Leaves a tunnel what it allows now, without what is weak. */
function strongOptions(tunnel: TunnelOptions, weak: readonly TunnelWeakness[]): object {
  const allowed = allowedProposals(tunnel);
  return Object.fromEntries(
    [...new Set(weak.map(({ setting }) => setting))].map((setting) => {
      const bad = weak.filter((each) => each.setting === setting).map(({ value }) => value);
      const left = allowed[setting].filter((value) => !bad.includes(value));
      const values = left.length === 0 ? strong[setting] : left;
      return [
        `${setting.charAt(0).toUpperCase()}${setting.slice(1)}`.replace('Ike', 'IKE'),
        values.map((Value) => ({ Value })),
      ];
    }),
  );
}

/** For what would have nothing left. */
const strong: Readonly<Record<TunnelSetting, readonly (string | number)[]>> = {
  ikeVersions: ['ikev2'],
  phase1EncryptionAlgorithms: ['AES256-GCM-16'],
  phase2EncryptionAlgorithms: ['AES256-GCM-16'],
  phase1IntegrityAlgorithms: ['SHA2-256'],
  phase2IntegrityAlgorithms: ['SHA2-256'],
  phase1DHGroupNumbers: [20],
  phase2DHGroupNumbers: [20],
};
