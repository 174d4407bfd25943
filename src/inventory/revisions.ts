import type { CollectionHeader } from './inventory.ts';
import type { Plan } from './plan.ts';
import type { AnyResourceType } from './resource.ts';

/** The revisions above 1 of what a plan collects: what a snapshot or journal says of its own form. */
export function revisionsOf(plan: Plan): Readonly<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const { type, facets } of plan) {
    if (type.revision !== undefined) found[type.key] = type.revision;
    for (const facet of facets) {
      const revision = type.facetDefs[facet]?.revision;
      if (revision !== undefined) found[`${type.key}#${facet}`] = revision;
    }
  }
  return found;
}

/** Whether what is kept of a type's list, or of a facet, has the form that this version of the program reads. */
export function isAsKept(
  { revisions }: { readonly revisions?: CollectionHeader['revisions'] | undefined },
  type: AnyResourceType,
  facet?: string,
): boolean {
  if (revisions === undefined) return true;
  const [key, own] =
    facet === undefined ? [type.key, type.revision] : [`${type.key}#${facet}`, type.facetDefs[facet]?.revision];
  return (revisions[key] ?? 1) === (own ?? 1);
}
