import { Inventory } from '../../src/inventory/inventory.ts';
import type { Listing, ResourceRecord } from '../../src/inventory/inventory.ts';
import type { Gap, Outcome } from '../../src/aws/outcome.ts';
import type { AnyResourceType } from '../../src/inventory/resource.ts';

/** One thing of an inventory that could not be read: a list in a scope, or a facet of a resource. */
export interface Spot {
  readonly type: AnyResourceType;
  /** The listing's: `global` for global services. */
  readonly region: string;
  /** Undefined: the list. */
  readonly record?: ResourceRecord;
  readonly facet?: string;
}

/** The ways in which reading can end without a fact. */
export const gapKinds = {
  denied: (actions) => ({ kind: 'denied', actions, code: 'AccessDenied', by: 'missing-permission' }),
  'denied by an SCP': (actions) => ({ kind: 'denied', actions, code: 'AccessDeniedException', by: 'scp' }),
  failing: (actions) => ({ kind: 'failed', actions, code: 'InternalError', message: 'HTTP 500 to the end' }),
  malformed: (actions) => ({
    kind: 'failed',
    actions,
    code: 'MalformedAnswer',
    message: 'Unexpected end of JSON input',
  }),
  interrupted: (actions) => ({
    kind: 'failed',
    actions,
    code: 'Interrupted',
    message: 'the collection stopped before it was read',
  }),
  /** Of a service that is known to exist where it was asked: see `shownOf`. */
  unsupported: () => ({ kind: 'unsupported', code: 'ENOTFOUND' }),
} as const satisfies Record<string, (actions: readonly string[]) => Gap>;

/** A gap as findings show it: nobody may say "unsupported" of what is known to exist. */
export const shownOf = (gap: Gap, actions: readonly string[]): Exclude<Gap, { kind: 'unsupported' }> =>
  gap.kind === 'unsupported'
    ? { kind: 'failed', actions, code: gap.code, message: 'the host or the operation was not found' }
    : gap;

/** The IAM actions behind a spot. */
export const actionsAt = ({ type, facet }: Spot): readonly string[] =>
  facet === undefined ? type.actions : (type.facetDefs[facet]?.actions ?? []);

/**
 * A copy of an inventory in which one spot could not be read; a resource whose region could not be read is in none that
 * is known. The original is not changed.
 */
export function gapped(inventory: Inventory, spot: Spot, gap: Gap): Inventory {
  const copy = new Inventory(inventory.header);
  copy.finishedAt = inventory.finishedAt;
  for (const key of inventory.collected) copy.collected.add(key);
  for (const key of inventory.types) {
    for (const listing of inventory.listings({ key })) {
      const hit = key === spot.type.key && listing.region === spot.region;
      copy.add(hit ? withGap(listing, spot, gap) : listing);
    }
  }
  return copy;
}

function withGap(listing: Listing, { type, record, facet }: Spot, gap: Gap): Listing {
  if (facet === undefined || listing.result.kind !== 'present') return { ...listing, result: gap };
  const without = (of: ResourceRecord): ResourceRecord => {
    const outcomes: Record<string, Outcome> = { ...of.outcomes, [facet]: gap };
    return { ...of, outcomes, ...(facet === type.regionFrom ? { region: 'unknown' } : {}) };
  };
  return {
    ...listing,
    result: {
      kind: 'present',
      records: listing.result.records.map((each) => (each === record ? without(each) : each)),
    },
  };
}

/** Everything of a type that was read: its list in each scope, and each facet of each resource. */
export function spotsOf(inventory: Inventory, type: AnyResourceType): Spot[] {
  return inventory.listings(type).flatMap(({ region, result }) => {
    if (result.kind !== 'present') return [];
    const facets = result.records.flatMap((record) =>
      Object.keys(record.outcomes).map((facet): Spot => ({ type, region, record, facet })),
    );
    return [{ type, region }, ...facets];
  });
}

export const describeSpot = ({ type, region, record, facet }: Spot): string =>
  `${facet ?? 'list'} of ${record?.item.id ?? type.key} in ${region}`;
