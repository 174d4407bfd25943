import type { AnyResourceType, ItemBase } from './resource.ts';
import type { Asked } from './asked.ts';
import type { RegionProofs } from './region-proof.ts';
import type { Gap, Outcome, RegionGap } from '../aws/outcome.ts';

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
  /** By facet name, and `list`; a snapshot of an earlier version has none. */
  readonly asked?: Readonly<Record<string, Asked>> | undefined;
}

/** Calls of a service in a region, and how many things could not be read there and why. What is absent was read. */
export interface CallCounts {
  calls: number;
  denied: number;
  failed: number;
  unsupported: number;
}

/** How whoever asked AWS was authenticated. Never a secret. */
export interface Access {
  /** Where the credentials came from, in words: `profile prod: IAM Identity Center, permission set Auditor`. */
  readonly source: string;
  /** ARNs of the roles that this program assumed on top of them, the last one asked. */
  readonly roles: readonly string[];
}

/** As whom and where a collection was made. */
export interface CollectionHeader {
  readonly account: string;
  readonly partition: string;
  readonly caller: string;
  readonly access?: Access;
  readonly regions: readonly string[];
  /** Regions that exist in the partition but were not read, and why. */
  readonly skippedRegions: readonly { readonly region: string; readonly reason: string }[];
  /** Set when the account's own list of regions could not be read, so that some may be missing. */
  readonly regionGap?: RegionGap;
  /** Where empty regions were to be proven: of which types no list is sent in them. */
  readonly emptyRegions?: RegionProofs;
  readonly startedAt: string;
  readonly version: string;
  /**
   * Revisions above 1 of what is collected, by type key and `<type key>#<facet>`. A snapshot without them is of a version that
   * knew none.
   */
  readonly revisions?: Readonly<Record<string, number>>;
}

/**
 * Is told what comes into an inventory while it is filled. Before the first call the inventory's `collected` names every type
 * that is to be collected, those that have no scope in the partition too; it does not change afterwards.
 */
export interface Watcher {
  /** A listing is in it, with everything that was read of its resources. Its type is not complete. */
  listed(listing: Listing): void;
  /** No listing of a type is to come any more, or none ever was: a type may be complete before anything was listed. */
  complete(type: string): void;
}

/** Called with an inventory that is about to be filled. */
export type Watch = (inventory: Inventory) => Watcher;

/** What was read, keyed by resource type and region; what could not be read is in it too. */
export class Inventory {
  /** Those of the snapshot it was read from; undefined when this program collected it. */
  revisions: CollectionHeader['revisions'];
  readonly header: CollectionHeader;
  /** SHA-256 of the snapshot file it was read from, in hexadecimal. */
  digest: string | undefined;
  finishedAt: string | undefined;
  /** False when the collection was interrupted. */
  complete = true;
  /** Keys of the types that were to be collected, those without any scope in this partition included. */
  readonly collected = new Set<string>();
  readonly #listings = new Map<string, Map<string, Listing>>();
  readonly calls = new Map<string, CallCounts>();
  readonly #counted = new WeakSet<object>();

  constructor(header: CollectionHeader) {
    this.header = header;
  }

  add(listing: Listing): void {
    let byRegion = this.#listings.get(listing.type);
    if (byRegion === undefined) this.#listings.set(listing.type, (byRegion = new Map()));
    byRegion.set(listing.region, listing);
  }

  /** Takes the records of a listing out of memory. They were judged: whoever looks at them again made a mistake. */
  letGo(type: string, region: string): void {
    const byRegion = this.#listings.get(type);
    if (byRegion?.get(region)?.result.kind === 'present') byRegion.set(region, { type, region, result: gone });
  }

  /** Every scope's listing of a type, in a stable order. */
  listings(type: Pick<AnyResourceType, 'key'>): readonly Listing[] {
    return [...(this.#listings.get(type.key)?.values() ?? [])].sort((a, b) => compare(a.region, b.region));
  }

  get types(): readonly string[] {
    return [...this.#listings.keys()].sort();
  }

  countCall(service: string, region: string): void {
    this.#counts(service, region).calls += 1;
  }

  /** Counts what ended in a gap. An error is counted once, however many facets rest on the call that raised it. */
  countGap(service: string, region: string, kind: Gap['kind'], error: unknown): void {
    if (typeof error === 'object' && error !== null) {
      if (this.#counted.has(error)) return;
      this.#counted.add(error);
    }
    this.#counts(service, region)[kind] += 1;
  }

  #counts(service: string, region: string): CallCounts {
    const key = `${service}/${region}`;
    let counts = this.calls.get(key);
    if (counts === undefined) this.calls.set(key, (counts = { calls: 0, denied: 0, failed: 0, unsupported: 0 }));
    return counts;
  }
}

const gone: Listing['result'] = {
  kind: 'present',
  get records(): never {
    throw new Error('the records of this listing were judged and let go');
  },
};

/** Code-unit order: the same on every machine, unlike localeCompare. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
