import type { TunnelOptions, TunnelSetting, TunnelWeakness } from './vpn.ts';

interface Tunnel extends TunnelOptions {
  readonly outsideIp?: string | undefined;
}

/** The tunnels of a VPN connection. Where no options were ever set the answer may name none, and AWS's defaults hold. */
export function tunnelsOf({ tunnels }: { readonly tunnels: readonly Tunnel[] }): readonly Tunnel[] {
  return tunnels.length === 0 ? [{}] : tunnels;
}

/** Weaknesses in words: `ikev1 (203.0.113.1, by default)`, each tunnel once. */
export function describeWeak(
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
