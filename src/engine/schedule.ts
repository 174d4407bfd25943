import type { Listing } from '../inventory/inventory.ts';
import type { Along, Check } from './check.ts';

/** A check judging the resources of one listing. */
export interface Turn {
  readonly check: Check;
  readonly listing: Listing;
}

/** A turn that has not come: the companions before `at` are there, the one at `at` is not. */
interface Waiting {
  readonly turn: Turn;
  /** Turns come in the order in which their listings did. */
  readonly order: number;
  readonly others: readonly Along[];
  at: number;
}

/** Where a turn waits; it is out of date once the turn has moved on. */
interface Place {
  readonly waiting: Waiting;
  readonly at: number;
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
  /** The turns that wait for a type, or for a type in a region: what has come wakes only those that waited for it. */
  readonly #waiting = new Map<string, Place[]>();
  #turns = 0;
  /** Listings in memory, and how many turns on each are left. */
  readonly #held = new Map<string, Map<string, { readonly listing: Listing; turns: number }>>();
  /** Regions of the listings without turns that are left, by type. */
  readonly #idle = new Map<string, Set<string>>();
  /** Types of which a listing may have become free. */
  readonly #touched = new Set<string>();
  /** Types that are read at the end, by their keys. */
  readonly #kept: ReadonlySet<string>;

  /** @param kept types whose listings are never free */
  constructor(checks: readonly Check[], kept: ReadonlySet<string> = new Set()) {
    this.#kept = kept;
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
    if (checks.length === 0) this.#rest(type, region);
    const own = checks.map((check): Waiting => {
      this.#open.set(check, (this.#open.get(check) ?? 0) + 1);
      return { turn: { check, listing }, order: this.#turns++, others: Object.values(check.along), at: 0 };
    });
    return this.#come([...this.#woken(keyOf(type, region)), ...own]);
  }

  /** No listing of a type is to come any more. @returns the turns that have come */
  complete(type: string): Turn[] {
    this.#complete.add(type);
    for (const check of this.#byResource.get(type) ?? []) this.#settle(check);
    return this.#come(this.#woken(type));
  }

  /** A turn was taken. */
  judged({ check, listing }: Turn): void {
    this.#open.set(check, (this.#open.get(check) ?? 0) - 1);
    const held = this.#held.get(listing.type)?.get(listing.region);
    if (held !== undefined && --held.turns === 0) this.#rest(listing.type, listing.region);
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
      const idle = this.#idle.get(type);
      if (held === undefined || idle === undefined || this.#kept.has(type) || (this.#readers.get(type)?.size ?? 0) > 0)
        continue;
      for (const region of idle) {
        const listing = held.get(region)?.listing;
        if (listing !== undefined) free.push(listing);
        held.delete(region);
      }
      idle.clear();
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

  #rest(type: string, region: string): void {
    const idle = this.#idle.get(type);
    if (idle === undefined) this.#idle.set(type, new Set([region]));
    else idle.add(region);
    this.#touched.add(type);
  }

  /** The turns that waited for this. */
  #woken(key: string): Waiting[] {
    const places = this.#waiting.get(key) ?? [];
    this.#waiting.delete(key);
    return places.filter(({ waiting, at }) => waiting.at === at).map(({ waiting }) => waiting);
  }

  /** Of these, the turns that have come; the others wait on. */
  #come(turns: readonly Waiting[]): Turn[] {
    return turns
      .filter((waiting) => this.#hasCome(waiting))
      .sort((a, b) => a.order - b.order)
      .map(({ turn }) => turn);
  }

  #hasCome(waiting: Waiting): boolean {
    const { turn, others } = waiting;
    for (; waiting.at < others.length; waiting.at++) {
      const other = others[waiting.at];
      if (other === undefined || this.#complete.has(other.resource.key)) continue;
      const near = isNear(other, turn.listing);
      if (near && this.#held.get(other.resource.key)?.has(turn.listing.region) === true) continue;
      this.#wait(other.resource.key, waiting);
      if (near) this.#wait(keyOf(other.resource.key, turn.listing.region), waiting);
      return false;
    }
    return true;
  }

  #wait(key: string, waiting: Waiting): void {
    const place = { waiting, at: waiting.at };
    const places = this.#waiting.get(key);
    if (places === undefined) this.#waiting.set(key, [place]);
    else places.push(place);
  }
}

const keyOf = (type: string, region: string): string => `${type} ${region}`;

/** Whether all that a check reads along with a listing is in the listing's region, so that other regions need not be there. */
function isNear({ reach, resource }: Along, { region, result }: Listing): boolean {
  return (
    reach === 'region' &&
    resource.scope === 'region' &&
    region !== 'global' &&
    // A resource that lives elsewhere is judged with the companions there.
    (result.kind !== 'present' || result.records.every((record) => record.region === region))
  );
}
