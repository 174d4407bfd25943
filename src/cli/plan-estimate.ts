import type { PlannedCall } from '../inventory/planned-calls.ts';

/** What a scan takes, as far as it can be told before it. */
export interface Estimate {
  /** Of each resource type. */
  readonly resources: number;
  /** For lists and settings, whatever there is. */
  readonly fixedCalls: number;
  /** For each resource of every type, at most. */
  readonly callsPerResource: number;
  /** All of them, of so many resources. CloudTrail records each as a management event. */
  readonly calls: number;
  readonly seconds: number;
  /** In US dollars, of the list prices in us-east-1. */
  readonly dollars: { readonly guardDuty: number; readonly secondTrail: number };
}

/** What an answer usually takes, and how many requests to a service in a region are in flight at once. */
const secondsAnAnswer = 0.2;
const inFlight = 10;
/** Requests a second that one core sends and reads. */
const mostPerSecond = 500;

/** Per event. https://aws.amazon.com/guardduty/pricing/, https://aws.amazon.com/cloudtrail/pricing/ */
const guardDuty = 4 / 1_000_000;
const secondTrail = 2 / 100_000;

/**
 * Calls, time and money of a scan.
 * @param resources how many of each type are reckoned with
 */
export function estimateOf(calls: readonly PlannedCall[], resources: number): Estimate {
  let [fixedCalls, callsPerResource] = [0, 0];
  const pools = new Map<string, number>();
  for (const { service, per, operations, regions } of calls) {
    // Resources are somewhere in the regions, not in each of them.
    const here = per === 'resource' ? (operations.length * resources) / regions.length : operations.length;
    if (per === 'resource') callsPerResource += operations.length;
    else fixedCalls += operations.length * regions.length;
    for (const region of regions) pools.set(`${service} ${region}`, (pools.get(`${service} ${region}`) ?? 0) + here);
  }
  const all = fixedCalls + callsPerResource * resources;
  const slowest = Math.max(0, ...[...pools.values()].map((count) => Math.ceil(count / inFlight) * secondsAnAnswer));
  return {
    resources,
    fixedCalls,
    callsPerResource,
    calls: all,
    seconds: Math.ceil(Math.max(slowest, all / mostPerSecond)),
    dollars: { guardDuty: rounded(all * guardDuty), secondTrail: rounded(all * secondTrail) },
  };
}

const rounded = (dollars: number): number => Number(dollars.toFixed(4));

const thousands = (count: number): string => count.toLocaleString('en-US');

/** The estimate in sentences. */
export function estimateLines({
  resources,
  fixedCalls,
  callsPerResource,
  calls,
  seconds,
  dollars,
}: Estimate): string[] {
  const time = seconds < 90 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
  return [
    `Calls: ${thousands(fixedCalls)} for lists and settings, more where a list has several pages, and at most ${thousands(callsPerResource)} for one resource of every type: ${thousands(calls)} for ${thousands(resources)} of each (--resources reckons with another number).`,
    `Time: about ${time}, at ${secondsAnAnswer} s an answer and ${inFlight} requests in flight for each service and region; longer where AWS throttles.`,
    `Money: the calls themselves are free but for CloudWatch's metrics ($0.01 for 1,000 in us-east-1). Each is an event of CloudTrail: GuardDuty takes $${dollars.guardDuty} for looking at them ($4 a million), each trail after the first $${dollars.secondTrail} for recording them ($2 for 100,000).`,
  ];
}
