import type { AwsCredentials } from '../clients.ts';
import { SourceFault } from './fault.ts';

/** Credentials as they are needed, and how to have new ones. */
export interface CredentialProvider {
  (): Promise<AwsCredentials>;
  /**
   * Forgets credentials that AWS no longer takes, so that the next call asks the source.
   * @returns whether the source may give others: keys that do not expire stay what they are
   */
  readonly renew?: (refused: AwsCredentials) => boolean;
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
  return Object.assign(provider, {
    renew(refused: AwsCredentials): boolean {
      if (known === refused) {
        if (refused.expiration === undefined && refused.sessionToken === undefined) return false;
        known = undefined;
        current = undefined;
      }
      return true;
    },
  });
}
