import type { Plan } from '../../../src/inventory/plan.ts';
import { nameInFront, nameOfCall, type DeclaredCall } from './run.ts';

/**
 * Deals operations into groups that fail together. What is asked only after another operation answered is never in one group
 * with it: it would not be asked at all, and so would not fail.
 * @param least how many groups there are at least; a long chain of operations makes more
 */
export function grouped(calls: readonly DeclaredCall[], plan: Plan, least: number): DeclaredCall[][] {
  const apart = conflicts(plan);
  const groups: DeclaredCall[][] = Array.from({ length: least }, () => []);
  const conflict = (one: DeclaredCall, group: readonly DeclaredCall[]): boolean =>
    group.some((other) => apart.get(nameOfCall(one))?.has(nameOfCall(other)) === true);
  // Those with the most conflicts choose first.
  const weight = (call: DeclaredCall): number => apart.get(nameOfCall(call))?.size ?? 0;
  for (const call of calls.toSorted((a, b) => weight(b) - weight(a))) {
    const free = groups.filter((group) => !conflict(call, group)).sort((a, b) => a.length - b.length)[0];
    if (free === undefined) groups.push([call]);
    else free.push(call);
  }
  return groups.filter((group) => group.length > 0);
}

/** By operation, those that it waits for or that wait for it, as far as types and facets declare it. */
function conflicts(plan: Plan): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const keep = (one: string, other: string): void => {
    const set = found.get(one) ?? new Set();
    found.set(one, set);
    if (one !== other) set.add(other);
  };
  const apart = (some: readonly string[], others: readonly string[]): void => {
    for (const one of some) {
      for (const other of others) {
        keep(one, other);
        keep(other, one);
      }
    }
  };
  for (const { type, facets } of plan) {
    const list = type.calls.map((operation) => nameInFront(type.service, operation));
    apart(list, list);
    const callsOf = (facet: string): string[] => {
      const def = type.facetDefs[facet];
      return def === undefined ? [] : def.calls.map((operation) => nameInFront(def.service, operation));
    };
    const before = (facet: string): string[] =>
      (type.facetDefs[facet]?.after ?? []).flatMap((other) => [other, ...before(other)]);
    for (const facet of facets) {
      const own = callsOf(facet);
      const region = type.regionFrom === undefined ? [] : [type.regionFrom];
      apart(own, [...own, ...list, ...[...before(facet), ...region].flatMap(callsOf)]);
    }
  }
  return found;
}
