/** How much of something is done. */
export interface Share {
  readonly done: number;
  readonly total: number;
}

/** How far a collection is. */
export interface CollectProgress {
  /** Services read in every region. */
  readonly services: Share;
  /** Regions of which every service was read; `global` counts as one. */
  readonly regions: Share;
  /** Lists and the resources they gave: the total grows while lists come in. */
  readonly steps: Share;
}

/** Counts lists and resources as they are read. */
export class ScopeProgress implements CollectProgress {
  readonly #openOfService = new Map<string, number>();
  readonly #openOfRegion = new Map<string, number>();
  readonly #services: number;
  readonly #regions: number;
  #steps: number;
  #done = 0;

  constructor(scopes: readonly { readonly service: string; readonly region: string }[]) {
    for (const { service, region } of scopes) {
      this.#openOfService.set(service, (this.#openOfService.get(service) ?? 0) + 1);
      this.#openOfRegion.set(region, (this.#openOfRegion.get(region) ?? 0) + 1);
    }
    this.#services = this.#openOfService.size;
    this.#regions = this.#openOfRegion.size;
    this.#steps = scopes.length;
  }

  listed(resources: number): void {
    this.#steps += resources;
  }

  read(): void {
    this.#done += 1;
  }

  finished(service: string, region: string): void {
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
}

function close(open: Map<string, number>, name: string): void {
  const left = (open.get(name) ?? 1) - 1;
  if (left === 0) open.delete(name);
  else open.set(name, left);
}
