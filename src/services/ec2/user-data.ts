import type { SecretFinding } from '../../secrets/find.ts';
import { findSecrets } from '../../secrets/find.ts';

/** Secrets in user data: kinds and places, no text. */
export interface ExaminedUserData {
  readonly present: boolean;
  readonly secrets: readonly SecretFinding[];
}

/**
 * Examines user data as EC2 gives it: base64, which may be packed by gzip.
 * @throws RangeError when it cannot be unpacked: what was not examined is not clean
 */
export async function examineUserData(userData: string | undefined): Promise<ExaminedUserData> {
  if (userData === undefined || userData === '') return { present: false, secrets: [] };
  return { present: true, secrets: await findSecrets(userData, { source: 'user-data' }) };
}
