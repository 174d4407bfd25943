/** How much of something is done. */
export interface Share {
  readonly done: number;
  readonly total: number;
}

/** How fast AWS answers. */
export interface Pace {
  /** How long an answer takes, in ms. */
  readonly answerMs: number;
  /** Whether a service was throttled, so that its calls are paced. */
  readonly isThrottled: (service: string) => boolean;
}

/** How far a collection is. */
export interface CollectProgress {
  /** Services read in every region. */
  readonly services: Share;
  /** Regions of which every service was read; what is read for the whole account is in none. */
  readonly regions: Share;
  /** Lists and the resources they gave: the total grows while lists come in. */
  readonly steps: Share;
  /**
   * How long the rest takes, in ms, by what was read so far.
   * @param elapsedMs since the collection began
   * @returns undefined while too little is known
   */
  leftMs(elapsedMs: number, pace: Pace): number | undefined;
}

/** A type in a region, as far as progress is concerned. */
export interface ProgressScope {
  readonly service: string;
  /** `global` for global services. */
  readonly region: string;
  /** Calls that each of its resources takes. */
  readonly callsEach: number;
}

/** The requests of one service in one region: each such pool has a pace of its own. */
interface Work {
  done: number;
  total: number;
}

/** What a resource counts that takes no call: it is gone through all the same. */
const noCall = 0.02;

/** Counts lists and resources as they are read. */
export class ScopeProgress implements CollectProgress {
  readonly #openOfService = new Map<string, number>();
  readonly #openOfRegion = new Map<string, number>();
  readonly #pools = new Map<string, Work>();
  readonly #services: number;
  readonly #regions: number;
  #steps: number;
  #done = 0;
  #listsLeft: number;
  readonly #scopes: number;

  constructor(scopes: readonly ProgressScope[]) {
    for (const { service, region } of scopes) {
      this.#openOfService.set(service, (this.#openOfService.get(service) ?? 0) + 1);
      if (region !== 'global') this.#openOfRegion.set(region, (this.#openOfRegion.get(region) ?? 0) + 1);
      const work = this.#pool(service, region);
      work.total += 1;
    }
    this.#services = this.#openOfService.size;
    this.#regions = this.#openOfRegion.size;
    this.#steps = scopes.length;
    this.#listsLeft = scopes.length;
    this.#scopes = scopes.length;
  }

  listed({ service, region, callsEach }: ProgressScope, resources: number): void {
    this.#steps += resources;
    this.#listsLeft -= 1;
    const work = this.#pool(service, region);
    work.done += 1;
    work.total += resources * Math.max(noCall, callsEach);
  }

  read({ service, region, callsEach }: ProgressScope): void {
    this.#done += 1;
    this.#pool(service, region).done += Math.max(noCall, callsEach);
  }

  finished({ service, region }: ProgressScope): void {
    this.#done += 1;
    close(this.#openOfService, service);
    close(this.#openOfRegion, region);
  }

  get services(): Share {
    return { done: this.#services - this.#openOfService.size, total: this.#services };
  }

  get regions(): Share {
    return { done: this.#regions - this.#openOfRegion.size, total: this.#regions };
  }

  get steps(): Share {
    return { done: this.#done, total: this.#steps };
  }

  /**
   * All together take as long as the calls left at the pace so far, and no less than the pool that takes longest: one that
   * was throttled keeps its pace, another becomes as fast as its requests in flight allow when the others have ended.
   */
  leftMs(elapsedMs: number, { answerMs, isThrottled }: Pace): number | undefined {
    // Most of what is to be read is known when most lists are there.
    if (this.#listsLeft > this.#scopes / 2 || elapsedMs <= 0) return undefined;
    let done = 0;
    let left = 0;
    let longest = 0;
    for (const [key, pool] of this.#pools) {
      const open = Math.max(0, pool.total - pool.done);
      done += pool.done;
      left += open;
      const service = key.slice(0, key.indexOf('/'));
      longest = Math.max(
        longest,
        isThrottled(service) && pool.done >= enough ? (elapsedMs * open) / pool.done : (open * answerMs) / inFlight,
      );
    }
    return done === 0 ? undefined : Math.max((elapsedMs * left) / done, longest);
  }

  #pool(service: string, region: string): Work {
    const key = `${service}/${region}`;
    let pool = this.#pools.get(key);
    if (pool === undefined) this.#pools.set(key, (pool = { done: 0, total: 0 }));
    return pool;
  }
}

/** Calls after which a pool's pace is known. */
const enough = 10;

/** Requests in flight per service and region: the limiter's. */
const inFlight = 10;

function close(open: Map<string, number>, name: string): void {
  const left = open.get(name);
  if (left === undefined) return;
  if (left <= 1) open.delete(name);
  else open.set(name, left - 1);
}
