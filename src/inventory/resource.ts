import type { Api, Place } from '../aws/api.ts';
import type { InputOf, OperationOf, OutputOf, PagedOperationOf, Service } from '../aws/service.ts';
import { actionsOf } from '../aws/service.ts';
import type { Complete, Narrowing } from './completeness.ts';
import type { Asked, BatchSpec, Joint, Question } from './joint.ts';

/** What `list` yields: plain JSON, projected to what checks read. Times are ISO 8601 strings. */
export interface ItemBase {
  /** The id AWS uses for the resource in its type, e.g. a bucket's name, `sg-0123`. */
  readonly id: string;
  /** The name people know it by; defaults to the id. */
  readonly name?: string | undefined;
  /** When the list gives it; otherwise the type's `arn` builds it. */
  readonly arn?: string | undefined;
  /** When it differs from the region that was asked, e.g. a bucket's. */
  readonly region?: string | undefined;
  readonly tags?: Readonly<Record<string, string>> | undefined;
}

/**
 * How often an operation is sent.
 * - `once`: once in each region (or for the account), however many resources there are: all who ask share the answer
 * - `apart`: the same, but with another input than whoever else sends it, so it is a call of its own
 * - `once in the account`: once, although the type is read in each region
 * - `at …`: once, in this region alone, and in no partition but its own
 * - `per …`: once for each of these, e.g. `per listener`, `per 10 parameters`, `per AWS::ApiGateway::RestApi`
 */
export type Often = 'once' | 'apart' | 'once in the account' | `at ${string}` | `per ${string}`;

/** By operation; those left out are sent as often as usual. */
export type Frequencies = Readonly<Partial<Record<string, Often>>>;

/** One call (or a few) that tell more about a resource: read at most once, and only when a selected check needs it. */
export interface FacetDef {
  readonly service: Service;
  readonly calls: readonly string[];
  /** Where it is not once for each resource. */
  readonly often: Frequencies;
  readonly actions: readonly string[];
  readonly absentOn: readonly string[];
  readonly after: readonly string[];
  readonly revision?: number | undefined;
  /** One request for many resources, instead of `read`. */
  readonly joint?: Joint;
  readonly read: (api: never, item: never, dependencies: never) => Promise<unknown>;
}

/** What a list asks another service when it has to, e.g. whether the account is the one that is told. */
export interface FirstDef {
  readonly service: Service;
  readonly calls: readonly string[];
  readonly actions: readonly string[];
  readonly absentOn: readonly string[];
  readonly read: (api: never) => Promise<unknown>;
}

/** A declared question of a list to another service; `T` is what the list is told. */
export interface First<T> {
  readonly def: FirstDef;
  readonly '~value'?: T;
}

/** The untyped side of a resource type: what the planner and the collector work with. */
export interface AnyResourceType {
  /** Unique: `<service>/<CloudFormation type>`, e.g. `s3/AWS::S3::Bucket`. */
  readonly key: string;
  /** CloudFormation's name, e.g. `AWS::S3::Bucket`. */
  readonly type: string;
  readonly service: Service;
  readonly scope: 'global' | 'region';
  /** True for the account's or the region's settings: exactly one item per scope. */
  readonly singleton: boolean;
  readonly calls: readonly string[];
  /** See `ResourceSpec.first`. */
  readonly first?: FirstDef | undefined;
  /** Of the list's calls: where it is not once in each scope. */
  readonly often: Frequencies;
  /** Of the list's calls, those to another service included. */
  readonly actions: readonly string[];
  /** Facet that says in which region a globally listed resource lives; the others are then read there. */
  readonly regionFrom: string | undefined;
  /** The operation whose pages the list yields one by one, so that an interrupted list goes on from its last page. */
  readonly resumable: string | undefined;
  /** Facet that holds the tags, for types whose list does not give them. */
  readonly tagsFrom: string | undefined;
  /** What members of a request that may narrow the list's answer do to it, by operation: see `Narrowing`. */
  readonly narrows: Readonly<Record<string, Readonly<Record<string, Narrowing>>>>;
  /** See `ResourceSpec.noneOn`. */
  readonly noneOn?: readonly string[] | undefined;
  /** See `ResourceSpec.leavesOut`. */
  readonly leavesOut?: string | undefined;
  /** See `ResourceSpec.revision`. */
  readonly revision?: number | undefined;
  /** AWS's documentation that every check of the type refers to. */
  readonly references: readonly string[];
  /** With what it may ask another service, where it has such a question. */
  readonly list: (api: never, ...first: never[]) => AsyncIterable<ItemBase>;
  readonly arnOf: (item: never, place: Place) => string;
  /** What messages call the resource. */
  readonly labelOf: (item: never) => string;
  readonly facetDefs: Readonly<Record<string, FacetDef>>;
}

/** A declared facet; `T` is what a check that needs it reads. */
export interface Facet<T> {
  readonly def: FacetDef;
  readonly '~value'?: T;
}

type FacetValues<G> = { readonly [K in keyof G]: G[K] extends Facet<infer T> ? T : never };

export interface FacetSpec<
  M,
  I,
  F,
  C extends readonly string[],
  T,
  A extends readonly string[],
  D extends readonly (keyof F)[],
> {
  /** The operations `read` sends. The IAM actions, the least policy and the read-only guard follow from them. */
  readonly calls: C;
  /** How often they are sent, where it is not once for each resource: `audit plan` says so. */
  readonly often?: Partial<Record<C[number], Often>>;
  /** Error codes that are facts ("there is none"): the check sees `undefined`. `Code: text` names the message's beginning too. */
  readonly absentOn?: A;
  /** Facets of earlier groups whose values `read` needs. */
  readonly after?: D;
  /** Counts the forms of the value, as a type's revision those of its items. */
  readonly revision?: number;
  /**
   * Reads and projects to plain JSON. Never catches: an error becomes an outcome.
   * Text that may hold secrets is examined here and only the verdict leaves.
   */
  read(api: Api<M, C[number]>, item: I, dependencies: Pick<F, D[number]>): Promise<T>;
}

/** A facet that is one call, whose answer says it all. */
export interface CallSpec<
  M,
  I,
  F,
  N extends string,
  T,
  A extends readonly string[],
  D extends readonly (keyof F)[],
> extends Omit<FacetSpec<M, I, F, readonly [N], T, A, D>, 'calls' | 'often' | 'read'> {
  /** What is asked; nothing but which operation when absent. */
  readonly input?: (item: I, dependencies: Pick<F, D[number]>) => InputOf<M, N>;
  /** What is kept of the answer: plain JSON. Text that may hold secrets is examined here and only the verdict leaves. */
  readonly keep: (answer: OutputOf<M, N>, item: I) => T | Promise<T>;
}

/** Questions that facets of several types ask in the same requests. */
export interface JointSpec<I, T> extends Omit<Joint, 'ask'> {
  readonly service: Service;
  readonly calls: readonly string[];
  readonly ask: (item: I, asked: Asked) => Question | undefined;
  readonly '~value'?: T;
}

export interface FacetMaker<M, I, F> {
  <
    const C extends readonly OperationOf<M>[],
    T,
    const A extends readonly string[] = [],
    const D extends readonly (keyof F)[] = [],
  >(
    spec: FacetSpec<M, I, F, C, T, A, D>,
  ): Facet<A['length'] extends 0 ? T : T | undefined>;
  /** One call, and what is kept of its answer. */
  call<
    const N extends OperationOf<M>,
    T,
    const A extends readonly string[] = [],
    const D extends readonly (keyof F)[] = [],
  >(
    operation: N,
    spec: CallSpec<M, I, F, N, T, A, D>,
  ): Facet<A['length'] extends 0 ? T : T | undefined>;
  /** One request for many resources, where AWS takes several ids at once. */
  batch<const C extends readonly OperationOf<M>[], T, const A extends readonly string[] = []>(
    spec: BatchSpec<M, I, C, T, A> & { readonly asks?: never },
  ): Facet<A['length'] extends 0 ? T : T | undefined>;
  /** The same about some of them: of those that `asks` does not name, the value is undefined and nothing is asked. */
  batch<const C extends readonly OperationOf<M>[], T, const A extends readonly string[] = []>(
    spec: BatchSpec<M, I, C, T, A> & { readonly asks: (item: I) => boolean },
  ): Facet<T | undefined>;
  /** A facet that is asked for along with those of other types, e.g. a metric. */
  joined<T>(spec: JointSpec<I, T>): Facet<T>;
  /** A facet that another service answers, e.g. a trail's bucket. */
  from<
    M2,
    const C extends readonly OperationOf<M2>[],
    T,
    const A extends readonly string[] = [],
    const D extends readonly (keyof F)[] = [],
  >(
    service: Service<M2>,
    spec: FacetSpec<M2, I, F, C, T, A, D>,
  ): Facet<A['length'] extends 0 ? T : T | undefined>;
}

/**
 * A kind of resource: how to list it and which facets tell more.
 * @typeParam I what `list` yields
 * @typeParam F facet names and their values
 */
export interface ResourceType<M, I extends ItemBase, F> extends AnyResourceType {
  readonly '~item'?: I;
  readonly '~facets'?: F;
  /** Adds facets; a later group may depend on an earlier one, so cycles cannot be written. */
  facets<G extends Record<string, Facet<unknown>>>(
    group: (facet: FacetMaker<M, I, F>) => G,
  ): ResourceType<M, I, F & FacetValues<G>>;
}

export type ItemOf<R> = R extends { readonly '~item'?: infer I } ? NonNullable<I> : never;
export type FacetsOf<R> = R extends { readonly '~facets'?: infer F } ? NonNullable<F> : never;

interface ResourceSpec<M, I extends ItemBase, C extends readonly string[], T> {
  readonly calls: C;
  /**
   * What the list may ask another service: `list` gets a function that asks it, the first time it is called. What is denied there is
   * a gap of the list.
   */
  readonly first?: First<T>;
  /** How often the list sends them, where it is not once in each region or for the account. */
  readonly often?: Partial<Record<C[number], Often>>;
  readonly scope?: 'global' | 'region';
  readonly singleton?: boolean;
  readonly regionFrom?: string;
  readonly tagsFrom?: string;
  /**
   * The operation whose pages `list` goes through. Declare it when everything of a page is yielded before the next page
   * and nothing is kept from one page for a later one: an interrupted list then goes on from its last page.
   */
  readonly resumable?: C[number] & PagedOperationOf<M>;
  /**
   * Error codes of the list's first answer that are facts: the account has none of it, or is not the one that is told. The list is
   * then empty; checks that conclude something from its emptiness ask first who may look. `Code: text` as in `absentOn` of a facet.
   */
  readonly noneOn?: readonly string[];
  /** What the operation never lists, whatever is asked, and what that means: `custom routing accelerators: …`. */
  readonly leavesOut?: string;
  /**
   * Goes up by one when what is kept of an answer changes so that checks would misread what an earlier version kept: snapshots
   * with another revision do not count as having listed the type. 1 when absent.
   */
  readonly revision?: number;
  /** AWS's documentation that every check of the type refers to, besides its own. */
  readonly references?: readonly string[];
  /** Yields every resource of the scope. Never catches: a failed list makes its checks unknown. */
  list(api: Api<M, C[number]>, first: () => Promise<T>): AsyncIterable<I>;
  /** Needed when the list gives no `arn`. */
  arn?(item: I, place: Place): string;
  /** What messages call it, where its name is not enough. */
  label?(item: I & { readonly name: string }): string;
}

/**
 * Declares what a list may ask another service. Error codes in `absentOn` are facts: the list is told `undefined`.
 */
export function first<M, const C extends readonly OperationOf<M>[], T, const A extends readonly string[] = []>(
  service: Service<M>,
  spec: { readonly calls: C; readonly absentOn?: A; read(api: Api<M, C[number]>): Promise<T> },
): First<A['length'] extends 0 ? T : T | undefined> {
  const { calls, absentOn = [] } = spec;
  const actions = [...new Set(calls.flatMap((call) => actionsOf(service, call)))];
  return { def: { service, calls, actions, absentOn, read: spec.read.bind(spec) } };
}

/** What its list needs of the type's own service. */
export const listActions = ({ actions, first }: AnyResourceType): readonly string[] =>
  actions.filter((action) => first?.actions.includes(action) !== true);

/** Whatever a type asks a service with: its list, what that asks of another service, and its facets. */
export const askingIn = (type: AnyResourceType): Pick<FacetDef, 'service' | 'calls' | 'actions'>[] => [
  type,
  ...(type.first === undefined ? [] : [type.first]),
  ...Object.values(type.facetDefs),
];

/**
 * Declares a resource type.
 * @param type CloudFormation's name of the type; `AWS::::Account` for settings of the account or region
 */
export function resource<M, I extends ItemBase, const C extends readonly OperationOf<M>[], T = never>(
  service: Service<M>,
  type: string,
  spec: ResourceSpec<M, I, C, T> & Complete<M, C>,
): ResourceType<M, I, object> {
  const arnOf = (item: I, place: Place): string => {
    const arn = item.arn ?? spec.arn?.(item, place);
    if (arn === undefined) throw new TypeError(`${type}: the list gives no arn and the type declares no arn()`);
    return arn;
  };
  return build({
    key: `${service.id}/${type}`,
    type,
    service,
    scope: spec.scope ?? service.scope,
    singleton: spec.singleton ?? false,
    calls: spec.calls,
    often: spec.often ?? {},
    actions: [
      ...new Set([...spec.calls.flatMap((call) => actionsOf(service, call)), ...(spec.first?.def.actions ?? [])]),
    ],
    ...(spec.first === undefined ? {} : { first: spec.first.def }),
    regionFrom: spec.regionFrom,
    tagsFrom: spec.tagsFrom,
    resumable: spec.resumable,
    ...(spec.noneOn === undefined ? {} : { noneOn: spec.noneOn }),
    revision: spec.revision,
    leavesOut: spec.leavesOut,
    references: spec.references ?? [],
    narrows: spec.narrows ?? {},
    list: spec.list.bind(spec),
    arnOf,
    labelOf: (subject: I & { readonly name: string }) => spec.label?.(subject) ?? subject.name,
    facetDefs: {},
  });
}

function build<M, I extends ItemBase, F>(base: AnyResourceType): ResourceType<M, I, F> {
  return {
    ...base,
    facets<G extends Record<string, Facet<unknown>>>(
      group: (facet: FacetMaker<M, I, F>) => G,
    ): ResourceType<M, I, F & FacetValues<G>> {
      const added = Object.entries(group(maker<M, I, F>(base.service as Service<M>))).map(([name, { def }]) => {
        if (name in base.facetDefs) throw new TypeError(`${base.key}: facet ${name} is declared twice`);
        if (def.joint !== undefined && base.regionFrom !== undefined)
          throw new TypeError(`${base.key}: ${name} asks about many at once, and each may live in another region`);
        return [name, def] as const;
      });
      return build({ ...base, facetDefs: { ...base.facetDefs, ...Object.fromEntries(added) } });
    },
  };
}

interface LooseSpec {
  calls: readonly string[];
  often?: Frequencies;
  absentOn?: readonly string[];
  after?: readonly PropertyKey[];
  revision?: number;
  joint?: Joint;
  read(api: never, item: never, dependencies: never): Promise<unknown>;
}

interface LooseBatch extends Pick<LooseSpec, 'calls' | 'absentOn' | 'revision'> {
  most: number;
  spoiledBy?: readonly string[];
  asks?: (item: never) => boolean;
  read(api: never, items: readonly never[]): Promise<ReadonlyMap<string, unknown>>;
}

interface LooseCall extends Omit<LooseSpec, 'calls' | 'often' | 'read'> {
  input?: (item: never, dependencies: never) => object;
  keep: (answer: never, item: never) => unknown;
}

/** Stands for the reading of one by one, which such a facet does not know. */
const readsMany = (): Promise<never> => Promise.reject(new TypeError('the facet is read for many resources at once'));

function maker<M, I, F>(own: Service<M>): FacetMaker<M, I, F> {
  const declare = (service: Service, spec: LooseSpec): Facet<never> => ({
    def: {
      service,
      calls: spec.calls,
      often: spec.often ?? {},
      actions: [...new Set(spec.calls.flatMap((call) => actionsOf(service, call)))],
      absentOn: spec.absentOn ?? [],
      after: (spec.after ?? []).map(String),
      revision: spec.revision,
      ...(spec.joint === undefined ? {} : { joint: spec.joint }),
      read: spec.read.bind(spec),
    },
  });
  const batch = (spec: LooseBatch): Facet<never> => {
    const { calls, absentOn, revision, most, spoiledBy = [] } = spec;
    const ask = (item: never): Question | undefined => (spec.asks === undefined || spec.asks(item) ? item : undefined);
    const joint = { most, spoiledBy, ask, read: spec.read.bind(spec) };
    return declare(own, {
      calls,
      ...(absentOn === undefined ? {} : { absentOn }),
      ...(revision === undefined ? {} : { revision }),
      joint,
      read: readsMany,
    });
  };
  const joined = ({ service, calls, ...joint }: JointSpec<never, unknown>): Facet<never> =>
    declare(service, { calls, joint, read: readsMany });
  const call = (operation: string, { input, keep, ...spec }: LooseCall): Facet<never> =>
    declare(own, {
      ...spec,
      calls: [operation],
      read: async (api: Pick<Api<never>, 'call'>, item, dependencies) =>
        keep(await api.call(operation as never, input?.(item, dependencies) as never), item),
    });
  // The public signatures carry the types; what is stored is the same for all.
  const facet = (spec: LooseSpec): Facet<never> => declare(own, spec);
  return Object.assign(facet, { from: declare, call, batch, joined }) as FacetMaker<M, I, F>;
}
