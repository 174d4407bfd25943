import { notApplicable, unknown } from '../../engine/check.ts';
import type { ExactFix, Verdict } from '../../engine/check.ts';
import { shell } from '../../text/shell.ts';
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

/** What to do about an access key, by when it was made: the report does not give ids. */
export const keysOff = (name: string, keys: readonly ReportedKey[]): ExactFix => {
  if (keys.length === 0) return {};
  const which = keys.map(
    ({ slot, rotatedAt }) =>
      `KEY_${slot}_ID is ${rotatedAt === undefined ? `key ${slot}` : `the one of ${day(rotatedAt)}`}`,
  );
  return {
    note: `\`${shell`aws iam list-access-keys --user-name ${name}`}\` shows the ids of the keys: ${which.join(', ')}. \`--status Active\` turns a key on again.`,
    cli: keys
      .map(
        ({ slot }) =>
          `${shell`aws iam update-access-key --user-name ${name} --status Inactive`} --access-key-id KEY_${slot}_ID`,
      )
      .join('\n'),
  };
};

/** Takes the console password away. */
export const passwordOff = (name: string): string => shell`aws iam delete-login-profile --user-name ${name}`;

/** Since when each credential lies unused: its last use, else when it was made. */
export const keyUsed = ({ usedAt, rotatedAt }: ReportedKey): string | undefined => usedAt ?? rotatedAt;
export const passwordUsed = ({
  passwordUsedAt,
  passwordChangedAt,
  createdAt,
}: Pick<CredentialRow, 'passwordUsedAt' | 'passwordChangedAt' | 'createdAt'>): string | undefined =>
  passwordUsedAt ?? passwordChangedAt ?? createdAt;

/** Why the question of a console password does not arise, where it does not. */
export const passwordReason = (name: string, enabled: boolean | undefined): Verdict | undefined =>
  enabled === true
    ? undefined
    : enabled === false
      ? notApplicable(`${name} has no console password`)
      : unknown(`the credential report does not say whether ${name} has a password`);
