import { neverShow } from '../../secrets/redact.ts';
import type { AwsCredentials } from '../clients.ts';

/** Remembers credentials as what is never shown: AWS may repeat a part of a request in an error. */
export function hide(credentials: AwsCredentials): AwsCredentials {
  neverShow([credentials.accessKeyId, credentials.secretAccessKey, credentials.sessionToken]);
  return credentials;
}

/**
 * Short-lived credentials as an endpoint handed them out, hidden.
 * @param expiration left out where they say nothing of it
 * @returns undefined when a part is missing, or the date is none
 */
export function temporary(id: unknown, secret: unknown, token: unknown, expiration?: Date): AwsCredentials | undefined {
  const [accessKeyId, secretAccessKey, sessionToken] = [id, secret, token].map(textOf);
  if (accessKeyId === undefined || secretAccessKey === undefined || sessionToken === undefined) return undefined;
  if (expiration === undefined) return hide({ accessKeyId, secretAccessKey, sessionToken });
  if (Number.isNaN(expiration.getTime())) return undefined;
  return hide({ accessKeyId, secretAccessKey, sessionToken, expiration });
}

/** A text that is there and is not empty. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
