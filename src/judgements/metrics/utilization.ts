import type { Verdict } from '../../engine/check.ts';
import { fail, notApplicable, pass, unknown } from '../../engine/check.ts';
import type { Days } from './days.ts';

interface Utilization {
  readonly subject: { readonly name: string; readonly state: string | undefined };
  readonly counted: Days;
  /** How many days count, and how many of them are too many. */
  readonly days: number;
  readonly most: number;
  /** What the instance did on such a day: `used 10 % of its CPU or less`. */
  readonly what: string;
}

/** Whether an instance was used in a way on too many days. A stopped one may have run on some of them. */
export function judgeDays({ subject, counted, days, most, what }: Utilization): Verdict {
  const { matching, silent, until } = counted;
  const { name, state } = subject;
  const of = `of the ${days} days before ${until}`;
  const observed = { days: matching };
  if (matching.length >= most)
    return fail(`${name} ${what} on ${matching.length} ${of}; expected fewer than ${most}`, observed);
  if (state !== 'running') return notApplicable(`${name} does not run`);
  if (matching.length + silent.length >= most)
    return unknown(`CloudWatch has no data points of ${name} for ${silent.length} ${of}`);
  return pass(`${name} ${what} on ${matching.length} ${of}, fewer than ${most}`, observed);
}
