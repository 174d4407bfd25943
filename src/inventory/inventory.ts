import type { AnyResourceType, ItemBase } from './resource.ts';
import type { Gap, Outcome } from './outcome.ts';

/** One collected resource and how reading each wanted facet ended. */
export interface ResourceRecord {
  readonly item: ItemBase;
  readonly arn: string;
  /** `global` for global services, unless the resource lives in a region. */
  readonly region: string;
  readonly outcomes: Readonly<Record<string, Outcome>>;
}

/** What listing one type in one scope gave. `region` is `global` for global services. */
export interface Listing {
  readonly type: string;
  readonly region: string;
  readonly result: { readonly kind: 'present'; readonly records: readonly ResourceRecord[] } | Gap;
}

export interface CallCounts {
  calls: number;
  errors: number;
  throttled: number;
}

/** As whom and where a collection was made. */
export interface CollectionHeader {
  readonly account: string;
  readonly partition: string;
  readonly caller: string;
  readonly regions: readonly string[];
  /** Regions that exist in the partition but were not read, and why. */
  readonly skippedRegions: readonly { readonly region: string; readonly reason: string }[];
  /** Set when the account's own list of regions could not be read, so that some may be missing. */
  readonly regionGap?: { readonly actions: readonly string[]; readonly cause: string };
  readonly startedAt: string;
  readonly version: string;
}

/** What was read, keyed by resource type and region; what could not be read is in it too. */
export class Inventory {
  readonly header: CollectionHeader;
  finishedAt: string | undefined;
  /** False when the collection was interrupted. */
  complete = true;
  /** Keys of the types that were to be collected, those without any scope in this partition included. */
  readonly collected = new Set<string>();
  readonly #listings = new Map<string, Map<string, Listing>>();
  readonly calls = new Map<string, CallCounts>();

  constructor(header: CollectionHeader) {
    this.header = header;
  }

  add(listing: Listing): void {
    let byRegion = this.#listings.get(listing.type);
    if (byRegion === undefined) this.#listings.set(listing.type, (byRegion = new Map()));
    byRegion.set(listing.region, listing);
  }

  /** Every scope's listing of a type, in a stable order. */
  listings(type: Pick<AnyResourceType, 'key'>): readonly Listing[] {
    return [...(this.#listings.get(type.key)?.values() ?? [])].sort((a, b) => compare(a.region, b.region));
  }

  get types(): readonly string[] {
    return [...this.#listings.keys()].sort();
  }

  countCall(service: string, region: string, ok: boolean): void {
    const key = `${service}/${region}`;
    let counts = this.calls.get(key);
    if (counts === undefined) this.calls.set(key, (counts = { calls: 0, errors: 0, throttled: 0 }));
    counts.calls += 1;
    if (!ok) counts.errors += 1;
  }
}

/** Code-unit order: the same on every machine, unlike localeCompare. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
