import type { Listing } from '../inventory/inventory.ts';
import type { Along, Check } from './check.ts';

/** A check judging the resources of one listing. */
export interface Turn {
  readonly check: Check;
  readonly listing: Listing;
}

/**
 * Says, while an inventory is filled, which check can judge which listing, and which listings nobody needs any more.
 * A check's turn on a listing has come when everything it reads along is there.
 */
export class Schedule {
  /** Types of which no listing is to come. */
  readonly #complete = new Set<string>();
  readonly #byResource = new Map<string, Check[]>();
  /** The checks that read a type along and are not done. */
  readonly #readers = new Map<string, Set<Check>>();
  /** How many turns a check has on the listings that are there. */
  readonly #open = new Map<Check, number>();
  readonly #waiting = new Set<Turn>();
  /** Listings in memory, and how many turns on each are left. */
  readonly #held = new Map<string, Map<string, { readonly listing: Listing; turns: number }>>();
  /** Types of which a listing may have become free. */
  readonly #touched = new Set<string>();

  constructor(checks: readonly Check[]) {
    for (const check of checks) {
      const same = this.#byResource.get(check.resource.key);
      if (same === undefined) this.#byResource.set(check.resource.key, [check]);
      else same.push(check);
      for (const { resource } of Object.values(check.along)) {
        const readers = this.#readers.get(resource.key);
        if (readers === undefined) this.#readers.set(resource.key, new Set([check]));
        else readers.add(check);
      }
    }
  }

  /**
   * One more listing is there.
   * @returns the turns that have come
   * @throws TypeError when its type is complete: checks that read it along may have been judged without it
   */
  listed(listing: Listing): Turn[] {
    const { type, region } = listing;
    if (this.#complete.has(type))
      throw new TypeError(`${type} in ${region} was listed after all of the type was there`);
    const checks = this.#byResource.get(type) ?? [];
    let held = this.#held.get(type);
    if (held === undefined) this.#held.set(type, (held = new Map()));
    held.set(region, { listing, turns: checks.length });
    this.#touched.add(type);
    for (const check of checks) {
      this.#waiting.add({ check, listing });
      this.#open.set(check, (this.#open.get(check) ?? 0) + 1);
    }
    return this.#come((turn) => turn.listing === listing || this.#reads(turn.check, type));
  }

  /** No listing of a type is to come any more. @returns the turns that have come */
  complete(type: string): Turn[] {
    this.#complete.add(type);
    for (const check of this.#byResource.get(type) ?? []) this.#settle(check);
    return this.#come(({ check }) => this.#reads(check, type));
  }

  /** A turn was taken. */
  judged({ check, listing }: Turn): void {
    this.#open.set(check, (this.#open.get(check) ?? 0) - 1);
    const held = this.#held.get(listing.type)?.get(listing.region);
    if (held !== undefined) held.turns -= 1;
    this.#touched.add(listing.type);
    this.#settle(check);
  }

  /** Whether a check has judged all there will be. */
  isDone(check: Check): boolean {
    return this.#complete.has(check.resource.key) && (this.#open.get(check) ?? 0) === 0;
  }

  /** The listings that were judged and that nobody reads along any more; each is told once. */
  free(): Listing[] {
    const free: Listing[] = [];
    for (const type of this.#touched) {
      const held = this.#held.get(type);
      if (held === undefined || (this.#readers.get(type)?.size ?? 0) > 0) continue;
      for (const [region, { listing, turns }] of held) {
        if (turns > 0) continue;
        free.push(listing);
        held.delete(region);
      }
    }
    this.#touched.clear();
    return free;
  }

  #settle(check: Check): void {
    if (!this.isDone(check)) return;
    for (const { resource } of Object.values(check.along)) {
      this.#readers.get(resource.key)?.delete(check);
      this.#touched.add(resource.key);
    }
  }

  #reads(check: Check, type: string): boolean {
    return this.#readers.get(type)?.has(check) === true;
  }

  #come(concerned: (turn: Turn) => boolean): Turn[] {
    const come = [...this.#waiting].filter((turn) => concerned(turn) && this.#hasCome(turn));
    for (const turn of come) this.#waiting.delete(turn);
    return come;
  }

  #hasCome({ check, listing }: Turn): boolean {
    return Object.values(check.along).every(
      (other) => this.#complete.has(other.resource.key) || this.#hasComeIn(other, listing),
    );
  }

  /** Whether all that a check reads along in the region of the listing is there, although other regions are not. */
  #hasComeIn({ reach, resource }: Along, { region, result }: Listing): boolean {
    return (
      reach === 'region' &&
      resource.scope === 'region' &&
      region !== 'global' &&
      this.#held.get(resource.key)?.has(region) === true &&
      // A resource that lives elsewhere is judged with the companions there.
      (result.kind !== 'present' || result.records.every((record) => record.region === region))
    );
  }
}
