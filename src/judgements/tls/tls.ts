import type { Verdict } from '../../engine/check.ts';
import { fail, pass, unknown } from '../../engine/check.ts';
import { cipherOf } from './ciphers.ts';

/** What a server lets clients choose from when they negotiate TLS. */
export interface TlsOffer {
  /** E.g. `TLSv1.2`. */
  readonly protocols: readonly string[];
  /** Names of cipher suites, as OpenSSL or IANA writes them. */
  readonly ciphers: readonly string[];
}

export interface TlsDemands {
  /** Every cipher has to have forward secrecy. */
  readonly forwardSecrecy: boolean;
  /** Every cipher has to encrypt and authenticate in one. */
  readonly authenticatedEncryption: boolean;
}

/** How much is asked of ciphers, as settings of a check: AWS recommends not the same for each service. */
export const tlsSettings = (by: TlsDemands) =>
  ({
    forwardSecrecy: {
      type: 'boolean',
      default: by.forwardSecrecy,
      describe: 'whether every cipher has to have forward secrecy',
    },
    authenticatedEncryption: {
      type: 'boolean',
      default: by.authenticatedEncryption,
      describe: 'whether ciphers in CBC mode are refused too',
    },
  }) as const;

/** Whether load balancers inside a VPC are judged like those that the internet reaches. */
export const internalSetting = {
  internal: { type: 'boolean', default: true, describe: 'whether internal load balancers are judged too' },
} as const;

/** Undefined: not a version that this program knows. */
function versionOf(protocol: string): 'old' | 'current' | undefined {
  const [, kind, major = '', minor = '0'] = /^(?:Protocol-)?(SSL|TLS)[ _-]?v?(\d)(?:[._](\d))?$/i.exec(protocol) ?? [];
  if (kind === undefined) return undefined;
  if (kind.toUpperCase() === 'SSL') return 'old';
  if (major !== '1') return undefined;
  return { '0': 'old', '1': 'old', '2': 'current', '3': 'current' }[minor] as 'old' | 'current' | undefined;
}

/** What of an offer is too weak, and what is not known; in words. Nothing of either: it is strong. */
export interface TlsStrength {
  readonly weak: readonly string[];
  readonly unknown: readonly string[];
}

/**
 * Judges an offer by its protocols and ciphers: SSL and TLS before 1.2 are weak (https://www.rfc-editor.org/rfc/rfc8996), and so is a
 * single cipher that is broken. A name of tomorrow is neither weak nor strong.
 */
export function tlsStrength({ protocols, ciphers }: TlsOffer, demands: TlsDemands): TlsStrength {
  const old = protocols.filter((one) => versionOf(one) === 'old');
  const strange = protocols.filter((one) => versionOf(one) === undefined);
  const weak = old.map((protocol) => protocol.replace(/^Protocol-/, ''));
  for (const name of ciphers) {
    const cipher = cipherOf(name);
    if (cipher === undefined) strange.push(name);
    else if (cipher.broken !== undefined) weak.push(`${name} (${cipher.broken})`);
    else if (demands.forwardSecrecy && !cipher.forwardSecret) weak.push(`${name} (no forward secrecy)`);
    else if (demands.authenticatedEncryption && !cipher.authenticated) weak.push(`${name} (CBC)`);
  }
  const empty = [
    ...(protocols.length === 0 ? ['which protocols it takes'] : []),
    // TLS 1.3 alone needs no list: its ciphers are all as they should be
    ...(ciphers.length === 0 && !protocols.every((one) => /1[._]3$/.test(one)) ? ['which ciphers it takes'] : []),
  ];
  return { weak, unknown: [...empty, ...strange] };
}

const some = (list: readonly string[]): string =>
  list.length <= 4 ? list.join(', ') : `${list.slice(0, 3).join(', ')} and ${list.length - 3} more`;

/**
 * The verdict on something that negotiates TLS by a policy.
 * @param what the resource and where it negotiates, as a message begins: `shop (HTTPS 443)`
 * @param policy the policy's name
 * @param offer undefined: what the policy holds is not known
 */
export function judgeTls(
  what: string,
  policy: string,
  offer: TlsOffer | undefined,
  demands: TlsDemands,
  fix?: Parameters<typeof fail>[2],
): Verdict {
  const seen = { policy, protocols: offer?.protocols, ciphers: offer?.ciphers };
  if (offer === undefined)
    return unknown(`what the TLS policy ${policy} of ${what} lets clients use is not known to this version`);
  const { weak, unknown: strange } = tlsStrength(offer, demands);
  if (weak.length > 0)
    return fail(
      `${what} lets clients use ${some(weak)} by its policy ${policy}; expected ${wanted(demands)}`,
      seen,
      fix,
    );
  if (strange.length > 0) return unknown(`of the TLS policy ${policy} of ${what} this is not known: ${some(strange)}`);
  return pass(`${what} takes ${offer.protocols.join(', ')} with strong ciphers by its policy ${policy}`, seen);
}

function wanted({ forwardSecrecy, authenticatedEncryption }: TlsDemands): string {
  const how = [
    ...(forwardSecrecy ? ['forward secrecy'] : []),
    ...(authenticatedEncryption ? ['authenticated encryption'] : []),
  ].join(' and ');
  return how === '' ? 'TLS 1.2 or newer without broken ciphers' : `TLS 1.2 or newer with ciphers of ${how}`;
}
