import type { AnyResourceType, FacetDef, Often } from './resource.ts';
import { compare } from './inventory.ts';

/** A resource type and the facets that are needed of its resources. */
interface Need {
  readonly resource: AnyResourceType;
  readonly needs: readonly string[];
}

/** What somebody needs of an account: of a type, and of other types along with it. A check is one. */
export interface Needs extends Need {
  readonly id: string;
  readonly along: Readonly<Record<string, Need>>;
  /** By name; among them the days that a facet looks back. */
  readonly settings?: Readonly<Record<string, { readonly default: unknown }>>;
}

/** A resource type to list and the facets to read of each of its resources. */
export interface PlannedType {
  readonly type: AnyResourceType;
  readonly facets: readonly string[];
  /** True when a check looks at all resources of the type, so that none may be left out by a filter. */
  readonly whole: boolean;
  /** By facet that looks back in time: how many days, the most that a check's settings ask for. */
  readonly days?: Readonly<Record<string, number>>;
}

/** Settings by check id. */
type Settings = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** What the selected checks need, and nothing else. Sorted by type key. */
export type Plan = readonly PlannedType[];

/**
 * Computes which types to list and which facets to read for some checks.
 * @param options.settings what the configuration sets, by check id: how far metrics look back
 * @param options.tags true when tags are asked for (a tag filter or suppression): adds each type's tag facet
 * @throws TypeError naming every need that no resource type declares
 */
export function planFor(checks: readonly Needs[], options: { tags?: boolean; settings?: Settings } = {}): Plan {
  const wanted = new Map<
    string,
    { type: AnyResourceType; facets: Set<string>; whole: boolean; days: Record<string, number> }
  >();
  const faults: string[] = [];
  const want = (type: AnyResourceType, needs: readonly string[], by: string, whole: boolean): void => {
    let entry = wanted.get(type.key);
    if (entry === undefined) wanted.set(type.key, (entry = { type, facets: new Set(), whole: false, days: {} }));
    // The same key from two builder steps: the later one knows more facets.
    if (Object.keys(type.facetDefs).length > Object.keys(entry.type.facetDefs).length) entry.type = type;
    entry.whole ||= whole;
    const add = (name: string): void => {
      if (entry.facets.has(name)) return;
      const def = type.facetDefs[name];
      if (def === undefined) {
        faults.push(`${by}: ${type.key} has no facet ${name}`);
        return;
      }
      for (const before of def.after) add(before);
      entry.facets.add(name);
    };
    if (type.regionFrom !== undefined) add(type.regionFrom);
    if (options.tags === true && type.tagsFrom !== undefined) add(type.tagsFrom);
    for (const need of needs) add(need);
  };
  /** The most days that a check's settings ask for. */
  const lookBack = (check: Needs, type: AnyResourceType, needs: readonly string[]): void => {
    const days = wanted.get(type.key)?.days;
    for (const need of needs) {
      const window = type.facetDefs[need]?.joint?.window;
      if (window === undefined || days === undefined) continue;
      const asked = options.settings?.[check.id]?.[window] ?? check.settings?.[window]?.default;
      if (typeof asked !== 'number') faults.push(`${check.id}: ${type.key} ${need} needs the setting ${window}`);
      else days[need] = Math.max(days[need] ?? 0, asked);
    }
  };
  for (const check of checks) {
    want(check.resource, check.needs, check.id, false);
    for (const other of Object.values(check.along)) want(other.resource, other.needs, check.id, true);
    for (const { resource, needs } of [check, ...Object.values(check.along)]) lookBack(check, resource, needs);
  }
  if (faults.length > 0) throw new TypeError(`the checks' needs are inconsistent:\n${faults.join('\n')}`);
  return [...wanted.values()]
    .map(({ type, facets, whole, days }) => ({
      type,
      facets: [...facets],
      whole,
      ...(Object.keys(days).length === 0 ? {} : { days }),
    }))
    .sort((a, b) => compare(a.type.key, b.type.key));
}

/** Every IAM action a plan can use, sorted. */
export function actionsOfPlan(plan: Plan): string[] {
  const actions = new Set<string>();
  for (const { type, facets } of plan) {
    for (const action of type.actions) actions.add(action);
    for (const facet of facets) for (const action of type.facetDefs[facet]?.actions ?? []) actions.add(action);
  }
  return [...actions].sort();
}

/** Every operation a plan can send, by service: what the read-only guard allows. */
export function callsOfPlan(plan: Plan): { service: AnyResourceType['service']; calls: string[] }[] {
  const all = new Map<string, { service: AnyResourceType['service']; calls: Set<string> }>();
  const add = (service: AnyResourceType['service'], calls: readonly string[]): void => {
    let entry = all.get(service.id);
    if (entry === undefined) all.set(service.id, (entry = { service, calls: new Set() }));
    for (const call of calls) entry.calls.add(call);
  };
  for (const { type, facets } of plan) {
    add(type.service, type.calls);
    if (type.first !== undefined) add(type.first.service, type.first.calls);
    for (const facet of facets) {
      const def = type.facetDefs[facet];
      if (def !== undefined) add(def.service, def.calls);
    }
  }
  return [...all.values()].map(({ service, calls }) => ({ service, calls: [...calls].sort() }));
}

/** How often a facet sends an operation. */
export function oftenOf(type: AnyResourceType, { often, joint }: FacetDef, operation: string): Often {
  if (often[operation] !== undefined) return often[operation];
  if (joint !== undefined) return `per ${joint.most} ${joint.unit ?? type.type}`;
  return type.singleton ? 'once' : `per ${type.type}`;
}
