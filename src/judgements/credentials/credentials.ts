import { unknown } from '../../engine/check.ts';
import type { Verdict } from '../../engine/check.ts';
import { parseTime } from '../../text/time.ts';
import type { CredentialRow, ReportedKey } from '../../services/iam/credential-report.ts';

/** The verdict for a user that is not in the credential report: AWS makes a new one every four hours at most. */
export const notInReport = (name: string): Verdict =>
  unknown(`${name} is not in the credential report, which is older than the user`);

export const activeKeys = (row: Pick<CredentialRow, 'keys'>): readonly ReportedKey[] =>
  row.keys.filter((key) => key.active);

/** `access key 1`; the report does not give the key's id. */
export const keyName = ({ slot }: ReportedKey): string => `access key ${slot}`;

/** `access key 1 and access key 2` */
export const keyNames = (keys: readonly ReportedKey[]): string => keys.map(keyName).join(' and ');

/** The latest of some moments. */
export function latest(times: readonly (string | undefined)[]): string | undefined {
  let found: string | undefined;
  for (const time of times) if ((parseTime(time) ?? -Infinity) > (parseTime(found) ?? -Infinity)) found = time;
  return found;
}

/** A date as reports show it, without the time of day. */
export const day = (time: string): string => time.slice(0, 10);
