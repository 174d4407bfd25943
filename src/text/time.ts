/** A moment: a Date, epoch milliseconds, or a text that `Date` reads without doubt (ISO 8601). */
export type Instant = Date | number | string;

const dayInMs = 86_400_000;

/** ISO 8601 with at least a full date; anything else (`N/A`, `no_information`, `2024`) is not a moment. */
const iso = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}.*)?$/;

/** Epoch milliseconds of a moment, or undefined when there is none: AWS says `N/A`, `not_supported` or nothing for "never". */
export function parseTime(instant: Instant | undefined): number | undefined {
  if (instant === undefined) return undefined;
  if (typeof instant === 'string' && !iso.test(instant.trim())) return undefined;
  const time =
    typeof instant === 'number' ? instant : new Date(typeof instant === 'string' ? instant.trim() : instant).getTime();
  return Number.isFinite(time) ? time : undefined;
}

/**
 * Whole days from one moment to another, rounded towards the past (floor), negative when `to` is earlier.
 * Undefined when either is not a moment: the caller decides what absence means.
 */
export function daysBetween(from: Instant | undefined, to: Instant | undefined): number | undefined {
  const [start, end] = [parseTime(from), parseTime(to)];
  return start === undefined || end === undefined ? undefined : Math.floor((end - start) / dayInMs);
}

/** Whole days gone by since a moment (its age). */
export function daysSince(then: Instant | undefined, now: Instant): number | undefined {
  return daysBetween(then, now);
}

/** Whole days left until a moment; negative as soon as it has passed. */
export function daysUntil(then: Instant | undefined, now: Instant): number | undefined {
  return daysBetween(now, then);
}

/** Whether more than `days` full days have gone by; undefined when the moment is unknown. */
export function isOlderThan(then: Instant | undefined, days: number, now: Instant): boolean | undefined {
  const [start, end] = [parseTime(then), parseTime(now)];
  return start === undefined || end === undefined ? undefined : end - start > days * dayInMs;
}

const isoDuration = /^P(?:(\d+)W|(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?)$/;

/** Milliseconds of an ISO 8601 duration without months and years (`PT8H`, `P1DT30M`); undefined where it is none. */
export function durationMs(text: string): number | undefined {
  const found = isoDuration.exec(text);
  if (found === null || text === 'P') return undefined;
  const [weeks, days, hours, minutes, seconds] = found
    .slice(1)
    .map((part) => Number((part as string | undefined) ?? 0));
  return (
    ((weeks ?? 0) * 7 + (days ?? 0)) * dayInMs +
    (hours ?? 0) * 3_600_000 +
    (minutes ?? 0) * 60_000 +
    (seconds ?? 0) * 1000
  );
}
