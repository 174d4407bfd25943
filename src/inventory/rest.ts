import type { Chain, Stage, Uses } from './play-out.ts';

/** A type in a region, as far as progress is concerned. */
export interface ProgressScope {
  readonly type: string;
  readonly service: string;
  /** `global` for global services. */
  readonly region: string;
  /** Whose endpoint answers. */
  readonly endpoint: string;
  /** Exactly one resource. */
  readonly singleton: boolean;
  /** Calls that each of its resources takes, by who answers; none where they are listed only. */
  readonly each: readonly Uses[];
  /** How many of them are made one after the other. */
  readonly depth: number;
  readonly facets: readonly FacetWork[];
  /** Requests that it shares with others. */
  readonly shared: readonly SharedRequests[];
}

/** What a facet of a resource takes. */
export interface FacetWork {
  readonly name: string;
  /** Facets that are read before it. */
  readonly after: readonly string[];
  readonly uses: readonly Uses[];
  /** Answers that are waited for one after the other. */
  readonly depth: number;
}

/** Requests about the resources of several lists at once. */
export interface SharedRequests {
  readonly key: string;
  readonly service: string;
  readonly region: string;
  /** Resources in each. */
  readonly most: number;
}

/** Is told how far the reading of one resource is. */
export interface Reading {
  /** A call of a facet was answered. */
  answered(facet: string): void;
  /** A facet was read. */
  read(facet: string): void;
  done(): void;
}

/** What is known of a scope. */
interface State {
  readonly scope: ProgressScope;
  readonly kind: Kind;
  /** Answers to the list's calls. */
  pages: number;
  /** Resources that the list has given so far, or in all. */
  resources: number;
  listed: boolean;
  /** Of them, how many are in each region, empty until they are listed; those without a region of their own are where they were listed. */
  regions: ReadonlyMap<string, number>;
  /** Resources that were read. */
  read: number;
  /** Those that are being read. */
  readonly open: Set<Facets>;
}

/** Of a resource, how many calls of its facets were answered; Infinity of those that were read. */
type Facets = ReadonlyMap<string, number>;

/** What is known of a type, by the regions in which it was listed or read. */
interface Kind {
  lists: number;
  pages: number;
  resources: number;
  read: number;
  answers: number;
}

/** How what is not known is taken: `least`: lists give no more than they must; `most`: they go on for far longer. */
export type Foresight = 'least' | 'likely' | 'most';

/** Pages after which a list is a long one. */
const somePages = 2;
/** How many of a list's resources are read at a time. */
export const recordsAtOnce = 20;
/** What a list gives where none was seen, and how many lists and resources count as much as that. */
const usualResources = 0.5;
const usualLists = 10;
const usualRead = 3;
/** A list that is far longer than the others says nothing of those to come. */
const mostOfOne = 100;

/** What is left to read: what is known, and for what is not known what others of its kind were like. */
export class Rest {
  readonly #states = new Map<ProgressScope, State>();
  readonly #kinds = new Map<string, Kind>();
  /** Lists of types of which there may be several in a region. */
  #lists = 0;
  #resources = 0;

  constructor(scopes: readonly ProgressScope[]) {
    for (const scope of scopes) {
      let kind = this.#kinds.get(scope.type);
      if (kind === undefined)
        this.#kinds.set(scope.type, (kind = { lists: 0, pages: 0, resources: 0, read: 0, answers: 0 }));
      this.#states.set(scope, {
        scope,
        kind,
        pages: 0,
        resources: 0,
        listed: false,
        regions: new Map(),
        read: 0,
        open: new Set(),
      });
    }
  }

  page(scope: ProgressScope, resources: number): void {
    const state = this.#states.get(scope);
    if (state === undefined || state.listed) return;
    state.pages += 1;
    state.resources = resources;
  }

  listed(scope: ProgressScope, regions: readonly string[]): void {
    const state = this.#states.get(scope);
    if (state === undefined) return;
    const counts = new Map<string, number>();
    for (const region of regions) counts.set(region, (counts.get(region) ?? 0) + 1);
    state.listed = true;
    state.resources = regions.length;
    state.regions = counts;
    state.kind.lists += 1;
    state.kind.pages += state.pages;
    state.kind.resources += regions.length;
    if (scope.singleton) return;
    this.#lists += 1;
    this.#resources += Math.min(mostOfOne, regions.length);
  }

  reading(scope: ProgressScope): Reading {
    const state = this.#states.get(scope);
    const read = new Map<string, number>();
    state?.open.add(read);
    let answers = 0;
    return {
      answered(facet) {
        answers += 1;
        read.set(facet, (read.get(facet) ?? 0) + 1);
      },
      read(facet) {
        read.set(facet, Infinity);
      },
      done() {
        if (state === undefined) return;
        state.open.delete(read);
        state.read += 1;
        state.kind.answers += answers;
        state.kind.read += 1;
      },
    };
  }

  finished(scope: ProgressScope): void {
    this.#states.delete(scope);
  }

  /** Whether a list goes on longer than others of its kind, and nothing says until when. */
  get endless(): boolean {
    return [...this.#states.values()].some((state) => !state.listed && state.pages >= somePages && isLonger(state));
  }

  chains(how: Foresight): Chain[] {
    const chains: Chain[] = [];
    const shared = new Map<string, { requests: SharedRequests; resources: number }>();
    for (const state of this.#states.values()) {
      const { pages, resources } = state.listed ? { pages: 0, resources: state.resources } : this.#listOf(state, how);
      chains.push([listStage(state.scope, pages), openStage(state), resourceStage(state, resources)]);
      for (const requests of state.scope.shared) {
        const group = shared.get(requests.key) ?? { requests, resources: 0 };
        group.resources += resources;
        shared.set(requests.key, group);
      }
    }
    for (const { requests, resources } of shared.values()) {
      const units = Math.ceil(resources / requests.most);
      chains.push([{ units, width: 4, depth: 1, service: requests.service, uses: [{ ...requests, calls: 1 }] }]);
    }
    return chains;
  }

  /** What a list that is not there takes and gives. */
  #listOf(state: State, how: Foresight): { pages: number; resources: number } {
    const { scope, kind, pages, resources } = state;
    // What has been long mostly goes on for as long.
    const on = how === 'least' ? 1 : how === 'likely' ? Math.max(pages, 1) : pages * 4;
    const more = isLonger(state) ? on : usualPages(kind) - pages;
    if (scope.singleton) return { pages: more, resources: 1 };
    if (pages > 0 && resources > 0)
      return { pages: more, resources: how === 'least' ? resources : (resources * (pages + more)) / pages };
    if (how === 'least') return { pages: more, resources: 0 };
    const usual = (this.#resources + usualResources * usualLists) / (this.#lists + usualLists);
    return { pages: more, resources: (kind.resources + usual) / (kind.lists + 1) };
  }
}

const usualPages = ({ lists, pages }: Kind): number => (lists === 0 ? 1 : Math.max(1, pages / lists));

/** Whether a list has as many pages as others of its kind and yet goes on. */
const isLonger = ({ kind, pages }: State): boolean => pages > usualPages(kind) - 0.5;

const listStage = ({ service, endpoint }: ProgressScope, calls: number): Stage => ({
  units: calls,
  width: 1,
  depth: 1,
  service,
  uses: [{ service, region: endpoint, calls: 1 }],
});

/** Calls that a resource takes, by those that were read, and by what is declared where few were. */
function callsEach({ scope, kind }: State): { declared: number; each: number } {
  const declared = scope.each.reduce((sum, { calls }) => sum + calls, 0);
  return { declared, each: (kind.answers + declared * usualRead) / (kind.read + usualRead) };
}

/** The resources of which nothing has been read. */
function resourceStage(state: State, resources: number): Stage {
  const { scope, regions, read, open } = state;
  const { declared, each } = callsEach(state);
  // What was not declared, such as what is asked for each of something that a resource has.
  const uses = declared > 0 ? scope.each : [{ service: scope.service, region: scope.endpoint, calls: each }];
  const scale = declared > 0 ? each / declared : 1;
  return {
    units: each < seldom ? 0 : Math.max(0, resources - read - open.size),
    width: recordsAtOnce,
    service: scope.service,
    depth: Math.max(seldom, Math.min(scope.depth, each)),
    uses: uses.flatMap((use) => spread({ ...use, calls: use.calls * scale }, scope, regions)),
  };
}

/** Fewer calls for each resource than this are none. */
const seldom = 0.05;

/** The resources of which some facets have been read: those that are not. */
function openStage(state: State): Stage {
  const { scope, regions, open } = state;
  const { declared, each } = callsEach(state);
  const scale = declared > 0 ? each / declared : 1;
  let depth = 0;
  const uses: Uses[] = [];
  for (const read of open) {
    depth = Math.max(depth, deepest(scope.facets, read));
    for (const facet of scope.facets)
      if (read.get(facet.name) !== Infinity)
        uses.push(...facet.uses.map((use) => ({ ...use, calls: use.calls * scale })));
  }
  return {
    units: depth === 0 ? 0 : 1,
    width: 1,
    service: scope.service,
    // Half of the first answer has been waited for.
    depth: Math.max(seldom, depth - 0.5),
    uses: together(uses).flatMap((use) => spread(use, scope, regions)),
  };
}

/** How many answers are waited for one after the other until all facets are read. */
export function deepest(facets: readonly FacetWork[], read: Facets): number {
  const depths = new Map<string, number>();
  for (const { name, after, depth } of facets) {
    const before = Math.max(0, ...after.map((other) => depths.get(other) ?? 0));
    const answers = read.get(name) ?? 0;
    depths.set(name, before + (answers === Infinity ? 0 : Math.max(1, depth - answers)));
  }
  return Math.max(0, ...depths.values());
}

/** The same service's calls in the same region as one. */
export function together(uses: readonly Uses[]): Uses[] {
  const found = new Map<string, Uses>();
  for (const use of uses) {
    const key = `${use.service}/${use.region}`;
    found.set(key, { ...use, calls: use.calls + (found.get(key)?.calls ?? 0) });
  }
  return [...found.values()];
}

/** Resources of a global list are asked about where they are. */
function spread(use: Uses, { endpoint, service }: ProgressScope, regions: ReadonlyMap<string, number>): Uses[] {
  const all = [...regions.values()].reduce((sum, count) => sum + count, 0);
  if (all === 0 || use.service !== service || use.region !== endpoint) return [use];
  return [...regions].map(([region, count]) => ({ ...use, region, calls: (use.calls * count) / all }));
}
