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

/** One thing that a tunnel allows; `byDefault` when nobody chose it. */
export interface TunnelWeakness {
  readonly setting: TunnelSetting;
  readonly value: string | number;
  readonly byDefault: boolean;
}

type Strength = 'strong' | 'weak' | 'unknown';

/** 2 and 5 are under 2048 bits; 22 to 24 have small subgroups (RFC 8247, section 2.4). */
const groups: ReadonlyMap<number, Strength> = new Map([
  ...[1, 2, 5, 22, 23, 24].map((group) => [group, 'weak'] as const),
  ...[14, 15, 16, 17, 18, 19, 20, 21].map((group) => [group, 'strong'] as const),
]);

const byName =
  (strong: RegExp, weak: RegExp) =>
  (value: string | number): Strength =>
    strong.test(String(value)) ? 'strong' : weak.test(String(value)) ? 'weak' : 'unknown';
const cipher = byName(/^AES(?:128|192|256)(?:-GCM-16)?$/i, /^(?:3?DES|RC4|NULL|BLOWFISH)/i);
const hash = byName(/^SHA2-(?:256|384|512)$/i, /^(?:SHA1|MD5)$/i);
const group = (value: string | number): Strength => groups.get(Number(value)) ?? 'unknown';

/** What AWS adds one day is neither strong nor weak before somebody has looked at it. */
const strengthOf: Record<TunnelSetting, (value: string | number) => Strength> = {
  ikeVersions: byName(/^ikev2$/i, /^ikev1$/i),
  phase1EncryptionAlgorithms: cipher,
  phase2EncryptionAlgorithms: cipher,
  phase1IntegrityAlgorithms: hash,
  phase2IntegrityAlgorithms: hash,
  phase1DHGroupNumbers: group,
  phase2DHGroupNumbers: group,
};

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
 * Everything weak that a tunnel would accept: IKEv1; integrity SHA1; Diffie-Hellman groups 2, 5, 22, 23, 24; ciphers such as DES.
 * AES128 is strong enough. Give `settings` to ask about some of them only (a check on IKE versions, another on groups).
 */
export const weakProposals = (
  options: TunnelOptions,
  settings: readonly TunnelSetting[] = allSettings,
): TunnelWeakness[] => proposals(options, settings, 'weak');

/** Everything that a tunnel would accept of which this version does not know whether it is weak. */
export const unknownProposals = (
  options: TunnelOptions,
  settings: readonly TunnelSetting[] = allSettings,
): TunnelWeakness[] => proposals(options, settings, 'unknown');

function proposals(options: TunnelOptions, settings: readonly TunnelSetting[], wanted: Strength): TunnelWeakness[] {
  const allowed = allowedProposals(options);
  return settings.flatMap((setting) =>
    allowed[setting]
      .filter((value) => strengthOf[setting](value) === wanted)
      .map((value) => ({ setting, value, byDefault: !options[setting]?.length })),
  );
}

/** The settings of algorithms and groups; IKE versions are a control of their own. */
export const algorithmSettings: readonly TunnelSetting[] = allSettings.filter((setting) => setting !== 'ikeVersions');
