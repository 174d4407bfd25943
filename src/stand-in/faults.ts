import { matches, type Match } from './match.ts';
import type { CommonError, ErrorSpec } from './errors.ts';

/**
 * - `throttle`, `internal` (500), `unavailable` (503): the service's own error
 * - `bad-gateway`: 502 with an HTML page, as a proxy on the way answers
 * - `reset`: the connection is reset before the answer; `hang`: no answer ever
 * - `slow`: the body trickles for `slowMs`; `truncate`: half of the body, then the connection closes
 * - `malformed`: 200 with a body of the right length that cannot be parsed; `empty`: 200 without a body
 * - `cut`: 200 with half of the body, whose length says that it is whole; `page`: 200 with the HTML page of a proxy
 * - `undecodable`: each U+FFFD of the body is sent as bytes that are no UTF-8
 * - `foreign`: 200 with a document in the right format that has nothing of the operation
 */
export type FaultKind =
  | 'throttle'
  | 'internal'
  | 'unavailable'
  | 'bad-gateway'
  | 'reset'
  | 'hang'
  | 'slow'
  | 'truncate'
  | 'malformed'
  | 'empty'
  | 'cut'
  | 'page'
  | 'foreign'
  | 'undecodable';

export interface FaultRule extends Match {
  /** Requests above this rate are throttled. One bucket per account, service and region, or per operation too. */
  readonly throttle?: { readonly perSecond: number; readonly burst?: number; readonly by?: 'region' | 'operation' };
  /** Answer with one of these (chosen by the seed), or with an error of a service. */
  readonly fault?: FaultKind | readonly FaultKind[] | ErrorSpec | { readonly error: CommonError };
  /** Of `fault`, 0 to 1; default 1. */
  readonly probability?: number;
  /** `fault` hits only the first so many tries of each distinct request. */
  readonly firstTries?: number;
  /** `fault` hits only from the n-th request (0-based, of those that match this rule) on. */
  readonly after?: number;
  /** Milliseconds before anything else happens; a pair is a range. */
  readonly latencyMs?: number | readonly [number, number];
  /** How long a `slow` body takes; default 2000. */
  readonly slowMs?: number;
}

/** Rules in order: latencies add up, and the first throttle or fault that hits wins. */
export interface FaultScript {
  readonly seed?: number | string;
  readonly rules: readonly FaultRule[];
}

export interface FaultDecision {
  readonly delayMs: number;
  readonly kind?: FaultKind;
  readonly error?: ErrorSpec | CommonError;
  readonly slowMs: number;
}

export interface FaultSubject {
  readonly account: string;
  readonly service: string;
  readonly region: string;
  readonly operation: string;
  /** What makes the request distinct: its method, path and body. */
  readonly content: string;
}

interface Bucket {
  tokens: number;
  at: number;
}

/**
 * Decides what goes wrong with a request. The decision depends on the seed, the request's content and how often that
 * content was sent, so two runs that send the same requests in another order meet the same faults.
 */
export class Faults {
  readonly #script: FaultScript;
  readonly #tries = new Map<string, number>();
  readonly #buckets = new Map<string, Bucket>();
  readonly #seen = new Map<FaultRule, number>();

  constructor(script: FaultScript) {
    this.#script = script;
  }

  decide(subject: FaultSubject, now: number = performance.now()): FaultDecision {
    if (this.#script.rules.length === 0) return { delayMs: 0, slowMs: 0 };
    const place = `${subject.account}/${subject.service}/${subject.region}`;
    const key = `${place}/${subject.operation}/${subject.content}`;
    const attempt = this.#tries.get(key) ?? 0;
    this.#tries.set(key, attempt + 1);
    let delayMs = 0;
    for (const [index, rule] of this.#script.rules.entries()) {
      if (!matches(rule, subject)) continue;
      const ordinal = this.#seen.get(rule) ?? 0;
      this.#seen.set(rule, ordinal + 1);
      const random = generator(`${this.#script.seed ?? 0}/${index}/${key}/${attempt}`);
      const slowMs = rule.slowMs ?? 2000;
      delayMs += latency(rule.latencyMs, random);
      if (rule.throttle !== undefined) {
        const name = rule.throttle.by === 'operation' ? `${index}/${place}/${subject.operation}` : `${index}/${place}`;
        if (!this.#take(name, rule.throttle, now)) return { delayMs, kind: 'throttle', slowMs };
      }
      if (rule.fault === undefined || ordinal < (rule.after ?? 0) || attempt >= (rule.firstTries ?? Infinity)) continue;
      if (random() >= (rule.probability ?? 1)) continue;
      return { delayMs, slowMs, ...chosen(rule.fault, random) };
    }
    return { delayMs, slowMs: 0 };
  }

  #take(name: string, { perSecond, burst = perSecond }: { perSecond: number; burst?: number }, now: number): boolean {
    const bucket = this.#buckets.get(name) ?? { tokens: burst, at: now };
    bucket.tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) / 1000) * perSecond);
    bucket.at = now;
    this.#buckets.set(name, bucket);
    if (bucket.tokens < 1) return false;
    bucket.tokens -= 1;
    return true;
  }
}

function latency(range: FaultRule['latencyMs'], random: () => number): number {
  if (range === undefined || typeof range === 'number') return range ?? 0;
  return range[0] + random() * (range[1] - range[0]);
}

function chosen(fault: NonNullable<FaultRule['fault']>, random: () => number): Pick<FaultDecision, 'kind' | 'error'> {
  if (typeof fault === 'string') return { kind: fault };
  if ('code' in fault) return { error: fault };
  if ('error' in fault) return { error: fault.error };
  return { kind: fault[Math.floor(random() * fault.length)] ?? 'internal' };
}

/** FNV-1a for the seed, mulberry32 for the numbers: small, and the same on every machine. */
function generator(seed: string): () => number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < seed.length; index++) hash = Math.imul(hash ^ seed.charCodeAt(index), 0x01000193);
  // Seeds that differ in one digit must not give numbers that resemble each other.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  let state = (hash ^ (hash >>> 16)) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
