import type { ExactFix, Verdict } from '../../engine/check.ts';
import { fail, notApplicable, pass, unknown } from '../../engine/check.ts';
import type { CredentialRow } from '../../services/iam/credential-report.ts';
import { daysSince, isOlderThan } from '../../text/time.ts';
import { activeKeys, keyName, keysOff, notInReport } from './credentials.ts';

interface Holder {
  readonly name: string;
  readonly credentials: CredentialRow | null;
}

interface Asked {
  readonly now: number;
  readonly days: number;
}

/** The verdict on how old a user's active access keys are. */
export function keyAge({ name, credentials }: Holder, { now, days }: Asked): Verdict {
  if (credentials === null) return notInReport(name);
  const keys = activeKeys(credentials);
  if (keys.length === 0) return notApplicable(`${name} has no active access key`);
  const observed = keys.map(({ slot, rotatedAt }) => ({ slot, rotatedAt }));
  const old = keys.filter((key) => isOlderThan(key.rotatedAt, days, now) === true);
  if (old.length > 0)
    return fail(
      `${name}'s ${old.map((key) => `${keyName(key)} is ${daysSince(key.rotatedAt, now)} days old`).join(' and ')}, more than ${days}`,
      observed,
    );
  return keys.every((key) => isOlderThan(key.rotatedAt, days, now) === false)
    ? pass(`${name}'s access keys are at most ${days} days old`, observed)
    : unknown(`the credential report does not say how old the access keys of ${name} are`);
}

/** Turns the keys off that are too old. */
export const oldKeysOff = ({ name, credentials }: Holder, { now, days }: Asked): ExactFix =>
  keysOff(
    name,
    activeKeys(credentials ?? { keys: [] }).filter((key) => isOlderThan(key.rotatedAt, days, now) === true),
  );
