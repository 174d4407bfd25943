import { neverShow } from '../../secrets/redact.ts';
import type { AwsCredentials } from '../clients.ts';

/** Remembers credentials as what is never shown: AWS may repeat a part of a request in an error. */
export function hide(credentials: AwsCredentials): AwsCredentials {
  neverShow([credentials.accessKeyId, credentials.secretAccessKey, credentials.sessionToken]);
  return credentials;
}
