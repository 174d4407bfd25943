import type { Pace } from '../aws/pace.ts';
import { playOut } from './play-out.ts';
import type { Foresight, ProgressScope, Reading } from './rest.ts';
import { Rest } from './rest.ts';

/** How much of something is done. */
export interface Share {
  readonly done: number;
  readonly total: number;
}

/** How long the rest takes. */
export interface Left {
  readonly ms: number;
  /** Much of what is to be read is not known yet: it may take far longer. */
  readonly atLeast: boolean;
}

/** How far a collection is. */
export interface CollectProgress {
  /** Services read in every region. */
  readonly services: Share;
  /** Regions of which every service was read; what is read for the whole account is in none. */
  readonly regions: Share;
  /** Lists and the resources they gave: the total grows while lists come in. */
  readonly steps: Share;
  /** How long the rest takes, by what was read so far and how fast AWS answers. */
  left(pace: Pace): Left;
}

/** Counts lists and resources as they are read. */
export class ScopeProgress implements CollectProgress {
  readonly #openOfService = new Map<string, number>();
  readonly #openOfRegion = new Map<string, number>();
  readonly #rest: Rest;
  readonly #services: number;
  readonly #regions: number;
  #steps: number;
  #done = 0;

  constructor(scopes: readonly ProgressScope[]) {
    for (const { service, region } of scopes) {
      this.#openOfService.set(service, (this.#openOfService.get(service) ?? 0) + 1);
      if (region !== 'global') this.#openOfRegion.set(region, (this.#openOfRegion.get(region) ?? 0) + 1);
    }
    this.#services = this.#openOfService.size;
    this.#regions = this.#openOfRegion.size;
    this.#steps = scopes.length;
    this.#rest = new Rest(scopes);
  }

  /** One of the list's calls was answered. @param resources that it has given so far */
  page(scope: ProgressScope, resources: number): void {
    this.#rest.page(scope, resources);
  }

  /** The list is there. @param regions of its resources, where they are read */
  listed(scope: ProgressScope, regions: readonly string[]): void {
    this.#steps += regions.length;
    this.#rest.listed(scope, regions);
  }

  /** @returns to be told how far the reading of a resource is */
  reading(scope: ProgressScope): Reading {
    const reading = this.#rest.reading(scope);
    return {
      ...reading,
      done: () => {
        this.#done += 1;
        reading.done();
      },
    };
  }

  finished(scope: ProgressScope): void {
    this.#done += 1;
    this.#rest.finished(scope);
    close(this.#openOfService, scope.service);
    close(this.#openOfRegion, scope.region);
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

  left(pace: Pace): Left {
    const play = (how: Foresight): number => {
      const chains = this.#rest.chains(how);
      // The last of many is later than they are on average.
      return playOut(chains, pace) + Math.min(2, Math.log2(1 + chains.length) / 3) * pace.spreadMs;
    };
    const likely = play('likely');
    const least = play('least');
    const most = this.#rest.endless ? play('most') : likely;
    // Between the two, as far from either.
    return most > least * farther ? { ms: least, atLeast: true } : { ms: Math.sqrt(least * likely), atLeast: false };
  }
}

/** Where what may be is so many times what is certain, it is a guess. */
const farther = 2;

function close(open: Map<string, number>, name: string): void {
  const left = open.get(name);
  if (left === undefined) return;
  if (left <= 1) open.delete(name);
  else open.set(name, left - 1);
}
