import type { AwsCredentials } from '../clients.ts';
import { SourceFault } from './fault.ts';

/** Credentials as they are needed, and how to have new ones. */
export interface CredentialProvider {
  (): Promise<AwsCredentials>;
  /**
   * Asks the source anew for credentials that AWS no longer takes.
   * @returns whether there are others now; those of a source that gives the same again stay refused
   */
  readonly renew?: (refused: AwsCredentials) => Promise<boolean>;
}

/** They are asked for anew so long before they expire, or when a fifth of their life is left, if that is later. */
const marginMs = 5 * 60_000;

/**
 * Asks the source once, and again only when what it gave is about to expire. A source may have nothing newer: then it is
 * asked a few times more, not before every call.
 */
export function remember(source: () => Promise<AwsCredentials>): CredentialProvider {
  let current: Promise<AwsCredentials> | undefined;
  let known: AwsCredentials | undefined;
  let askAgain = Infinity;
  const provider = (): Promise<AwsCredentials> => {
    if (current === undefined || Date.now() >= askAgain) {
      // Whoever asks while they are fetched waits for the same ones.
      askAgain = Infinity;
      const before = known;
      const asked = (current = source().then(
        (credentials) => {
          const left = (credentials.expiration?.getTime() ?? Infinity) - Date.now();
          if (left <= 0) throw new SourceFault('the source', 'what it gave has expired already');
          known = credentials;
          askAgain = Date.now() + left - Math.min(marginMs, left / 5);
          return credentials;
        },
        (error: unknown) => {
          // What is there is good until it expires.
          const left = (before?.expiration?.getTime() ?? 0) - Date.now();
          if (before === undefined || left <= 0) throw error;
          askAgain = Date.now() + left / 2;
          return before;
        },
      ));
      asked.catch(() => {
        if (current === asked) current = undefined;
      });
    }
    return current;
  };
  /** What the source went on giving after AWS had refused it. */
  let final: AwsCredentials | undefined;
  let renewing: Promise<boolean> | undefined;
  const ask = async (refused: AwsCredentials): Promise<boolean> => {
    current = undefined;
    try {
      const given = await provider();
      if (!areSame(given, refused)) return true;
      final = given;
      return false;
    } catch {
      // Why the source has none is not what ended the call: that is told.
      return false;
    } finally {
      renewing = undefined;
    }
  };
  return Object.assign(provider, {
    async renew(refused: AwsCredentials): Promise<boolean> {
      if (refused.expiration === undefined && refused.sessionToken === undefined) return false;
      if (final !== undefined && areSame(final, refused)) return false;
      // Somebody else was refused before, and has asked.
      if (renewing === undefined && known !== undefined && !areSame(known, refused)) return true;
      return (renewing ??= ask(refused));
    },
  });
}

const areSame = (a: AwsCredentials, b: AwsCredentials): boolean =>
  a.accessKeyId === b.accessKeyId && a.sessionToken === b.sessionToken;
