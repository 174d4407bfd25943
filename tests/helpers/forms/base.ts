import { readFileSync } from 'node:fs';
import { checks } from '../../../checks/index.ts';
import type { Check } from '../../../src/engine/check.ts';
import type { Inventory } from '../../../src/inventory/inventory.ts';
import type { AnyResourceType } from '../../../src/inventory/resource.ts';
import { snapshotFromText } from '../../../src/inventory/snapshot.ts';
import { collectedWorld } from '../../world/collected.ts';

type Base = Readonly<Record<string, unknown>>;

const demo = await snapshotFromText(readFileSync('demo/account.ndjson', 'utf8'), 'demo/account.ndjson');

const lacking = checks
  .flatMap(({ form, resource, along }) => (form === undefined ? [] : [resource, along['others']?.resource ?? resource]))
  .filter((type) => basesIn(demo, type).length === 0);
/** Read only where the demo company lacks a type: it costs a scan. */
const world = lacking.length === 0 ? undefined : await collectedWorld(wholeOf(lacking));

/**
 * Realistic resources of a type, with every facet that was read; what is absent is undefined. They come from the demo company, and
 * where it has none from what the stand-in answers to the type's operations.
 */
export const basesOf = ({ resource }: Pick<Check, 'resource'>): readonly Base[] => {
  const own = basesIn(demo, resource);
  return own.length > 0 || world === undefined ? own : basesIn(world, resource);
};

function basesIn(inventory: Inventory, resource: AnyResourceType): readonly Base[] {
  return inventory
    .listings(resource)
    .flatMap(({ result }) => (result.kind === 'present' ? result.records : []))
    .map(({ item, arn, region, outcomes }) => ({
      ...item,
      name: item.name ?? item.id,
      arn,
      region,
      account: inventory.header.account,
      partition: inventory.header.partition,
      tags: item.tags ?? {},
      ...Object.fromEntries(
        Object.entries(outcomes).map(([facet, outcome]) => [
          facet,
          outcome.kind === 'present' ? outcome.value : undefined,
        ]),
      ),
    }));
}

function wholeOf(types: readonly AnyResourceType[]) {
  return [...new Set(types)].map((type) => ({ type, facets: Object.keys(type.facetDefs), whole: true }));
}
