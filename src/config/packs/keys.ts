import type { Along } from '../../engine/along.ts';
import type { Check } from '../../engine/check.ts';
import type { AnyResourceType, FacetDef } from '../../inventory/resource.ts';
import { askingIn } from '../../inventory/resource.ts';

type Service = AnyResourceType['service'];

/** The types that a check reads: what it judges, and what it reads along. */
export const typesOf = (check: Pick<Check, 'resource' | 'along'>): AnyResourceType[] => [
  check.resource,
  ...Object.values(check.along).map(({ resource }) => resource),
];

/** The services and types that are there already, by their keys. Two objects with one key are two declarations. */
export class KnownKeys {
  readonly #services = new Map<string, Set<Service>>();
  readonly #types = new Map<string, Set<AnyResourceType>>();

  constructor(checks: readonly Check[]) {
    for (const type of checks.flatMap(typesOf)) this.add(type);
  }

  add(type: AnyResourceType): void {
    put(this.#types, type.key, type);
    for (const { service } of askingIn(type)) put(this.#services, service.id, service);
  }

  /** Whether a key means this very service, another one, or nothing yet. */
  service = (service: Service): 'same' | 'other' | 'new' => known(this.#services, service.id, service);
  type = (type: AnyResourceType): 'same' | 'other' | 'new' => known(this.#types, type.key, type);
}

function put<T>(map: Map<string, Set<T>>, key: string, value: T): void {
  const all = map.get(key);
  if (all === undefined) map.set(key, new Set([value]));
  else all.add(value);
}

function known<T>(map: ReadonlyMap<string, ReadonlySet<T>>, key: string, value: T): 'same' | 'other' | 'new' {
  const all = map.get(key);
  if (all === undefined) return 'new';
  return all.has(value) ? 'same' : 'other';
}

/**
 * Puts a pack's name before the keys of the services and types that it declares: clients, limits, memory and snapshots then keep apart
 * what two packs, or a pack and the program, call alike. A snapshot's keys do not depend on what else was loaded.
 * @param name what the keys begin with
 * @param always for a pack; a folder of checks keeps the keys it had before there were packs, as long as nobody else has them
 */
export class PackKeys {
  readonly #name: string;
  readonly #always: boolean;
  readonly #there: KnownKeys;
  readonly #types = new Map<AnyResourceType, AnyResourceType>();
  readonly #services = new Map<Service, Service>();

  constructor(name: string, always: boolean, there: KnownKeys) {
    // Keys have the service before the slash.
    this.#name = name.replaceAll('/', '.');
    this.#always = always;
    this.#there = there;
  }

  check(check: Check): Check {
    const along = Object.entries(check.along).map(([name, each]): [string, Along] => [
      name,
      { ...each, resource: this.type(each.resource) },
    ]);
    return { ...check, resource: this.type(check.resource), along: Object.fromEntries(along) };
  }

  type(type: AnyResourceType): AnyResourceType {
    const there = this.#there.type(type);
    if (there === 'same' || this.#isAsItMayBe(type, there)) return type;
    let own = this.#types.get(type);
    if (own !== undefined) return own;
    const facetDefs = Object.entries(type.facetDefs).map(([name, def]): [string, FacetDef] => [
      name,
      { ...def, service: this.#service(def.service) },
    ]);
    const service = this.#service(type.service);
    const apart = this.#always || there === 'other' || service !== type.service;
    const key = apart ? `${this.#name}:${type.key}` : type.key;
    const first =
      type.first === undefined ? {} : { first: { ...type.first, service: this.#service(type.first.service) } };
    own = { ...type, ...first, key, service, facetDefs: Object.fromEntries(facetDefs) };
    this.#types.set(type, own);
    return own;
  }

  /** A folder's type whose names nobody else has stays the object that its author may still change, and is held to. */
  #isAsItMayBe(type: AnyResourceType, there: 'other' | 'new'): boolean {
    if (this.#always || there === 'other') return false;
    return askingIn(type).every(({ service }) => this.#service(service) === service);
  }

  #service(service: Service): Service {
    const there = this.#there.service(service);
    if (there === 'same' || (there === 'new' && !this.#always)) return service;
    let own = this.#services.get(service);
    if (own === undefined) this.#services.set(service, (own = { ...service, id: `${this.#name}:${service.id}` }));
    return own;
  }
}
