import type { FacetWork, ProgressScope, SharedRequests } from './rest.ts';
import { deepest, together } from './rest.ts';
import type { AnyResourceType, FacetDef } from './resource.ts';
import type { Scope } from './scopes.ts';
import { placeOf } from './scopes.ts';

/** What reading a scope takes, by what its type declares. */
export function foreseen(scope: Scope): ProgressScope {
  const { planned, region, place } = scope;
  const { type, facets } = planned;
  const work = facets.flatMap((name): FacetWork[] => {
    const def = type.facetDefs[name];
    if (def === undefined) return [];
    const asked = { service: def.service.id, region: placeOf(scope, def.service).region };
    const own = callsOf(type, def);
    return [{ name, after: def.after, uses: own === 0 ? [] : [{ ...asked, calls: own }], depth: depthOf(type, def) }];
  });
  const shared = facets.flatMap((name): SharedRequests[] => {
    const def = type.facetDefs[name];
    if (def?.joint === undefined) return [];
    const asked = { service: def.service.id, region: placeOf(scope, def.service).region };
    return [
      {
        ...asked,
        key: `${asked.service}/${asked.region}/${def.joint.key ?? `${type.key}/${name}`}`,
        most: def.joint.most,
      },
    ];
  });
  return {
    type: type.key,
    service: type.service.id,
    region,
    endpoint: place.region,
    singleton: type.singleton,
    each: together(work.flatMap(({ uses }) => uses)),
    depth: Math.max(1, deepest(work, new Map())),
    facets: work,
    shared,
  };
}

/** How often a call is sent that is sent for each of something that a resource has: settings have several, others often none. */
const partsOf = ({ singleton }: AnyResourceType): number => (singleton ? 2 : 0.5);

const isPerPart = (def: FacetDef, call: string): boolean => def.often[call]?.startsWith('per ') ?? false;

/** Calls that a facet takes for each resource; what all resources share is not among them. */
const callsOf = (type: AnyResourceType, def: FacetDef): number =>
  def.joint !== undefined
    ? 0
    : def.calls.reduce(
        (sum, call) => sum + (def.often[call] === undefined ? 1 : isPerPart(def, call) ? partsOf(type) : 0),
        0,
      );

/** Calls of a facet come one after the other: the later ones mostly ask about what the first has told. */
const depthOf = (type: AnyResourceType, def: FacetDef): number =>
  def.joint !== undefined
    ? 1
    : def.calls.reduce((sum, call) => sum + (isPerPart(def, call) && type.singleton ? 1.5 : 1), 0);
