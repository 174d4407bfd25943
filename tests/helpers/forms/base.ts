import { readFileSync } from 'node:fs';
import type { Check } from '../../../src/engine/check.ts';
import { snapshotFromText } from '../../../src/inventory/snapshot.ts';

const inventory = await snapshotFromText(readFileSync('demo/account.ndjson', 'utf8'), 'demo/account.ndjson');

/**
 * Realistic resources of a type, with every facet that was read; what is absent is undefined. They come from the demo company: the one
 * place that has each type.
 */
export function basesOf({ resource }: Pick<Check, 'resource'>): readonly Readonly<Record<string, unknown>>[] {
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
