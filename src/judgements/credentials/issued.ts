import { fail, pass, unknown, type Verdict } from '../../engine/check.ts';
import type { Issued, IssuedHere } from '../../services/sts/issued.ts';
import { few } from '../../text/few.ts';
import { parseTime } from '../../text/time.ts';
import { day } from './credentials.ts';

const dayMs = 86_400_000;

/** What the event history holds: AWS keeps it so many days. */
const historyDays = 90;

/** The setting of a check that looks back in the event history. */
export const lookBack = {
  type: 'integer',
  default: historyDays,
  min: 1,
  max: historyDays,
  describe: 'days to look back; the event history holds 90',
} as const;

export interface Unwanted {
  /** `STS in eu-west-1` */
  readonly name: string;
  /** `a federation token`, for one. */
  readonly what: string;
  readonly days: number;
  readonly now: number;
  /** Which of them should not be; all when absent. */
  readonly unwanted?: (issued: Issued) => boolean;
}

/** Whether a region issued what it should not have, in the last days: a history that was not read far enough does not tell. */
export function noneIssued(
  { issued, complete, readBackTo }: IssuedHere,
  { name, what, days, now, unwanted = () => true }: Unwanted,
): Verdict {
  const from = now - days * dayMs;
  const found = issued.filter((one) => (parseTime(one.last) ?? now) >= from && unwanted(one));
  if (found.length > 0) {
    const last = found.map((one) => one.last).reduce((a, b) => (a > b ? a : b));
    const to = few([...new Set(found.map(({ who }) => who ?? 'somebody whom the event does not name'))]);
    const longest = Math.max(...found.map(({ seconds }) => seconds));
    return fail(`${name} issued ${what}, last on ${day(last)}, to ${to}; the longest for ${hours(longest)}`, {
      issued: found,
    });
  }
  return complete || (parseTime(readBackTo) ?? now) <= from
    ? pass(`${name} did not issue ${what} in the last ${days} days`)
    : unknown(
        `so many were asked for that the event history was read only back to ${readBackTo ?? 'now'}, and ${what} was not among them`,
      );
}

const hours = (seconds: number): string =>
  seconds < 3600 ? `${Math.round(seconds / 60)} minutes` : `${Math.round(seconds / 360) / 10} hours`;
