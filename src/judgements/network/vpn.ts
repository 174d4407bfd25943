/**
 * What a Site-to-Site VPN tunnel may negotiate. An absent or empty list is AWS's default, which allows everything the service knows.
 * The field names follow `TunnelOption` of DescribeVpnConnections, with the list values unwrapped.
 * @see https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html
 */
export interface TunnelOptions {
  readonly ikeVersions?: readonly string[] | undefined;
  readonly phase1EncryptionAlgorithms?: readonly string[] | undefined;
  readonly phase2EncryptionAlgorithms?: readonly string[] | undefined;
  readonly phase1IntegrityAlgorithms?: readonly string[] | undefined;
  readonly phase2IntegrityAlgorithms?: readonly string[] | undefined;
  readonly phase1DHGroupNumbers?: readonly number[] | undefined;
  readonly phase2DHGroupNumbers?: readonly number[] | undefined;
}

const encryption = ['AES128', 'AES256', 'AES128-GCM-16', 'AES256-GCM-16'];
const integrity = ['SHA1', 'SHA2-256', 'SHA2-384', 'SHA2-512'];
const phase1Groups = [2, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24];

/** What AWS negotiates where an option list is left out. */
const tunnelDefaults = {
  ikeVersions: ['ikev1', 'ikev2'],
  phase1EncryptionAlgorithms: encryption,
  phase2EncryptionAlgorithms: encryption,
  phase1IntegrityAlgorithms: integrity,
  phase2IntegrityAlgorithms: integrity,
  phase1DHGroupNumbers: phase1Groups,
  phase2DHGroupNumbers: [2, 5, ...phase1Groups.slice(1)],
} as const satisfies TunnelOptions;

export type TunnelSetting = keyof TunnelOptions;

const allSettings: readonly TunnelSetting[] = [
  'ikeVersions',
  'phase1EncryptionAlgorithms',
  'phase2EncryptionAlgorithms',
  'phase1IntegrityAlgorithms',
  'phase2IntegrityAlgorithms',
  'phase1DHGroupNumbers',
  'phase2DHGroupNumbers',
];

/** One thing a tunnel allows that is weak; `byDefault` when nobody chose it. */
export interface TunnelWeakness {
  readonly setting: TunnelSetting;
  readonly value: string | number;
  readonly byDefault: boolean;
}

/** 2 and 5 are under 2048 bits; 22 to 24 have small subgroups (RFC 8247, section 2.4). */
const weakGroups = new Set([1, 2, 5, 22, 23, 24]);

const isWeak: Record<TunnelSetting, (value: string | number) => boolean> = {
  ikeVersions: (value) => String(value).toLowerCase() === 'ikev1',
  phase1EncryptionAlgorithms: isWeakCipher,
  phase2EncryptionAlgorithms: isWeakCipher,
  phase1IntegrityAlgorithms: isWeakHash,
  phase2IntegrityAlgorithms: isWeakHash,
  phase1DHGroupNumbers: (value) => weakGroups.has(Number(value)),
  phase2DHGroupNumbers: (value) => weakGroups.has(Number(value)),
};

function isWeakCipher(value: string | number): boolean {
  return !/^AES(?:128|192|256)(?:-GCM-16)?$/i.test(String(value));
}

function isWeakHash(value: string | number): boolean {
  return !/^SHA2-(?:256|384|512)$/i.test(String(value));
}

/** The options with every default spelled out: what the tunnel really accepts. */
export function allowedProposals(
  options: TunnelOptions,
): Required<{ [K in TunnelSetting]: readonly (string | number)[] }> {
  const chosen = (setting: TunnelSetting): readonly (string | number)[] => {
    const list = options[setting];
    return list === undefined || list.length === 0 ? tunnelDefaults[setting] : list;
  };
  return {
    ikeVersions: chosen('ikeVersions'),
    phase1EncryptionAlgorithms: chosen('phase1EncryptionAlgorithms'),
    phase2EncryptionAlgorithms: chosen('phase2EncryptionAlgorithms'),
    phase1IntegrityAlgorithms: chosen('phase1IntegrityAlgorithms'),
    phase2IntegrityAlgorithms: chosen('phase2IntegrityAlgorithms'),
    phase1DHGroupNumbers: chosen('phase1DHGroupNumbers'),
    phase2DHGroupNumbers: chosen('phase2DHGroupNumbers'),
  };
}

/**
 * Everything weak that a tunnel would accept: IKEv1; integrity SHA1; Diffie-Hellman groups 2, 5, 22, 23, 24; ciphers other than AES.
 * AES128 is strong enough. Give `settings` to ask about some of them only (a check on IKE versions, another on groups).
 */
export function weakProposals(
  options: TunnelOptions,
  settings: readonly TunnelSetting[] = allSettings,
): TunnelWeakness[] {
  const allowed = allowedProposals(options);
  return settings.flatMap((setting) =>
    allowed[setting]
      .filter((value) => isWeak[setting](value))
      .map((value) => ({ setting, value, byDefault: !options[setting]?.length })),
  );
}
