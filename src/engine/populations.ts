import { describeGap } from '../aws/outcome.ts';
import { together } from '../inventory/asked.ts';
import type { Asked } from '../inventory/asked.ts';
import { compare } from '../inventory/inventory.ts';
import type { Listing } from '../inventory/inventory.ts';
import type { AnyResourceType } from '../inventory/resource.ts';
import type { Population } from './result.ts';

interface Part {
  /** How many, or why the list could not be read; undefined where the service does not exist. */
  readonly found: number | { readonly cause: string } | undefined;
  readonly asked: Asked | undefined;
}

/** What was listed of each type in each region, kept after the resources have left memory. */
export class Populations {
  readonly #types = new Map<string, { readonly type: AnyResourceType; readonly parts: Map<string, Part> }>();

  /** @param result what the list gave in the end: that something is unsupported is not believed everywhere */
  add(type: AnyResourceType, { region, asked }: Listing, result: Listing['result']): void {
    let known = this.#types.get(type.key);
    if (known === undefined) this.#types.set(type.key, (known = { type, parts: new Map() }));
    if (known.parts.has(region)) return;
    const found =
      result.kind === 'present'
        ? result.records.length
        : result.kind === 'unsupported'
          ? undefined
          : { cause: describeGap(result) };
    known.parts.set(region, { found, asked: asked?.['list'] });
  }

  /** By key. */
  list(): readonly Population[] {
    return [...this.#types.values()]
      .map(({ type, parts }) => populationOf(type, parts))
      .sort((a, b) => compare(a.list, b.list));
  }
}

function populationOf(type: AnyResourceType, parts: ReadonlyMap<string, Part>): Population {
  const { key: list, type: resourceType, actions } = type;
  const all = [...parts].sort(([a], [b]) => compare(a, b));
  const regions = Object.fromEntries(
    all.flatMap(([region, { found }]) => (typeof found === 'number' ? [[region, found]] : [])),
  );
  const nowhere = all.flatMap(([region, { found }]) => (found === undefined ? [region] : []));
  const asked = together(all.flatMap(([, { found, asked: one }]) => (found === undefined ? [] : [one])));
  return {
    list,
    resourceType,
    listed: Object.values(regions).reduce((sum, count) => sum + count, 0),
    regions,
    unlisted: all.flatMap(([region, { found }]) =>
      typeof found === 'object' ? [{ resourceType, region, cause: found.cause }] : [],
    ),
    ...(nowhere.length === 0 ? {} : { nowhere }),
    actions,
    ...(asked === undefined ? {} : { asked }),
  };
}
