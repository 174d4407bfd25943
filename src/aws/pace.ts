import { performance as performanceOfNode } from 'node:perf_hooks';

/** What a service takes in a region. */
export interface PoolPace {
  /** Requests in flight, when it has taken enough of them. */
  readonly atOnce: number;
  /** Requests a second, where it was throttled. */
  readonly perSecond?: number | undefined;
}

/** How fast AWS answers of late. */
export interface Pace {
  /** Answers a second that all services together give at most. */
  readonly most: number;
  /** How long an answer of a service takes, in ms, when it does not wait for others. */
  answerMs(service: string): number;
  /** How far answers are from what they take on average, in ms. */
  readonly spreadMs: number;
  /** @param calls that are left of it: the more, the more it is given at once */
  pool(service: string, region: string, calls: number): PoolPace;
}

/** What was seen until a time. */
interface Mark {
  readonly at: number;
  readonly answers: number;
  readonly tookMs: number;
  readonly busyMs: number;
}

/** How far back is looked, in ms: less says little, more is no longer so. */
const longestMs = 3000;
const betweenMs = 250;
/** Answers whose mean says how long one takes. */
const enough = 40;
/** Of the time: whoever is busy longer lets answers wait. */
const busyPart = 0.5;
/** The first answer that has been waited for so long takes so many times as long in all. */
const longer = 1.25;
/** What a request costs this program until it has been seen, in ms, and how many requests that counts as. */
const usualCostMs = 3;
const usualWeight = 300;

/** Sees requests come and go. */
export class PaceMeter {
  readonly #atOnce: number;
  readonly #busyMs: () => number;
  #inFlight = 0;
  /** Sum of when those in flight were sent. */
  #sentAt = 0;
  #answers = 0;
  #tookMs = 0;
  readonly #marks: Mark[] = [];
  /** Mean times of answers between two marks. */
  readonly #means: { readonly at: number; readonly ms: number }[] = [];
  /** How long an answer of a service takes, and how much longer than others of its time. */
  readonly #services = new Map<string, { tookMs: number; longerMs: number; answers: number }>();
  /** Of each service: requests in flight, and the sum of when they were sent. */
  readonly #waiting = new Map<string, { requests: number; sentAt: number }>();
  /** How long answers take of late. */
  #late = 0;
  #spread = 0;
  /** Answers that waited for no others: how many, and how long they took in all. */
  #alone = { answers: 0, tookMs: 0 };

  /**
   * @param atOnce requests that may be in flight
   * @param busyMs how long this program was busy since it began
   */
  constructor(atOnce: number, busyMs: (() => number) | undefined) {
    this.#atOnce = atOnce;
    this.#busyMs = busyMs ?? (() => performanceOfNode.eventLoopUtilization().active);
  }

  /** @returns whether it waits for no others */
  sent(service: string, now: number): boolean {
    if (this.#marks.length === 0) this.#mark(now);
    this.#inFlight += 1;
    this.#sentAt += now;
    this.#wait(service, 1, now);
    return this.#inFlight === 1;
  }

  #wait(service: string, requests: 1 | -1, sent: number): void {
    const waiting = this.#waiting.get(service) ?? { requests: 0, sentAt: 0 };
    waiting.requests += requests;
    waiting.sentAt += requests * sent;
    this.#waiting.set(service, waiting);
  }

  /**
   * @param taken false where the service took the request not as one, such as when it throttled
   * @param alone what `sent` returned
   */
  ended(service: string, taken: boolean, sent: number, now: number, alone: boolean): void {
    this.#wait(service, -1, sent);
    this.#inFlight -= 1;
    this.#sentAt -= sent;
    if (!taken) return;
    const took = now - sent;
    this.#answers += 1;
    this.#tookMs += took;
    this.#late += (took - this.#late) * Math.max(0.05, 1 / this.#answers);
    this.#spread += (Math.abs(took - this.#late) - this.#spread) * Math.max(0.05, 1 / this.#answers);
    // While all take longer and longer, those in flight have been waited for longer than the last ones took.
    const others = Math.max(this.#late, this.#age(now));
    const seen = this.#services.get(service) ?? { tookMs: 0, longerMs: 0, answers: 0 };
    const weight = Math.max(0.1, 1 / (seen.answers + 1));
    this.#services.set(service, {
      tookMs: seen.tookMs + (took - seen.tookMs) * weight,
      longerMs: seen.longerMs + (took - others - seen.longerMs) * weight,
      answers: seen.answers + 1,
    });
    // The first makes the connection.
    if (alone && this.#answers > 1)
      this.#alone = { answers: this.#alone.answers + 1, tookMs: this.#alone.tookMs + took };
    const last = this.#marks.at(-1);
    if (last === undefined || now - last.at < betweenMs) return;
    this.#mark(now);
    const since = this.#marks.findLast(({ answers }) => this.#answers - answers >= enough);
    if (since !== undefined)
      this.#means.push({ at: now, ms: (this.#tookMs - since.tookMs) / (this.#answers - since.answers) });
  }

  #mark(at: number): void {
    this.#marks.push({ at, answers: this.#answers, tookMs: this.#tookMs, busyMs: this.#busyMs() });
    while ((this.#marks[1]?.at ?? Infinity) < at - longestMs) this.#marks.shift();
    while ((this.#means[0]?.at ?? Infinity) < at - 4 * longestMs) this.#means.shift();
  }

  /** Whether this program was busy since, so that answers wait for it. */
  #isCrowded(since: Mark, now: number): boolean {
    return this.#busyMs() - since.busyMs > busyPart * (now - since.at);
  }

  /** How long an answer takes now, whatever it waits for, in ms; undefined before there is one. */
  #presentMs(now: number): number | undefined {
    if (this.#answers === 0) return undefined;
    const [first] = this.#marks;
    const answers = this.#answers - (first?.answers ?? 0);
    const mean = answers > 0 ? (this.#tookMs - (first?.tookMs ?? 0)) / answers : this.#tookMs / this.#answers;
    // At first, only those have been answered that are answered soon.
    return Math.max(1, mean, this.#age(now));
  }

  /** How long those in flight have been waited for. */
  #age(now: number): number {
    return this.#inFlight === 0 ? 0 : now - this.#sentAt / this.#inFlight;
  }

  /** Undefined before the first answer. */
  pace(now: number): Omit<Pace, 'pool'> | undefined {
    const present = this.#presentMs(now);
    const [first] = this.#marks;
    if (present === undefined || first === undefined) return undefined;
    const answers = this.#answers - first.answers;
    const busy = Math.min(this.#busyMs() - first.busyMs, now - first.at);
    const cost = (busy + usualCostMs * usualWeight) / (answers + usualWeight);
    // While this program is busy answers wait for it: the shortest mean is their own time.
    const crowded = this.#isCrowded(first, now);
    const alone = this.#alone.answers === 0 ? present : this.#alone.tookMs / this.#alone.answers;
    const own = crowded ? Math.min(present, alone, ...this.#means.map(({ ms }) => ms)) : present;
    return {
      most: 1000 / Math.max(present / this.#atOnce, cost),
      spreadMs: this.#spread,
      answerMs: (service) => {
        const of = this.#services.get(service);
        const waiting = this.#waiting.get(service);
        // Less what all wait for while this program is busy.
        const age =
          waiting === undefined || waiting.requests === 0
            ? 0
            : now - waiting.sentAt / waiting.requests - (present - own);
        if (of === undefined) return Math.max(own, longer * age);
        // What it took while others were slow too says less than how it differs from them.
        return Math.max(1, own / 4, age, Math.min(of.tookMs, own + of.longerMs));
      },
    };
  }
}
