import { isDeepStrictEqual } from 'node:util';
import type { ApiFactory, Place, Requests } from '../aws/api.ts';
import { CredentialsExpired, MalformedAnswer, classify, codeOf, missingHere, retryOf } from '../aws/errors.ts';
import type { Service } from '../aws/service.ts';
import type { Turn } from '../aws/turns.ts';
import type { Asked } from './asked.ts';
import { AskedLog } from './asked.ts';
import type { Journal } from './journal.ts';
import { foreseen } from './foreseen.ts';
import type { ProgressScope, Reading } from './rest.ts';
import { recordsAtOnce } from './rest.ts';
import type { CollectProgress } from './scope-progress.ts';
import { ScopeProgress } from './scope-progress.ts';
import type { Inventory, Listing, ResourceRecord, Watcher } from './inventory.ts';
import { compare } from './inventory.ts';
import { interruptedCode, isGap } from '../aws/outcome.ts';
import type { Gap, Outcome } from '../aws/outcome.ts';
import type { Plan } from './plan.ts';
import { JointReader } from './joint-reader.ts';
import { provenListing } from './region-proof.ts';
import type { Scope, Wanted } from './scopes.ts';
import { isWorth, placeOf, scopesOf } from './scopes.ts';
import type { AnyResourceType, ItemBase } from './resource.ts';
import { listActions } from './resource.ts';

export interface CollectOptions {
  readonly plan: Plan;
  readonly inventory: Inventory;
  readonly apis: ApiFactory;
  /** What an earlier, interrupted collection already answered; new answers are written to it. */
  readonly journal?: Journal | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Resources for which facets are worth reading; the others are listed only. Not used for types read as a whole. */
  readonly wanted?: Wanted | undefined;
  /** Reads only the first resource of each list: to find out what may be read, not to judge. */
  readonly sample?: boolean;
  /** Tells the time in ms since 1970; the machine's clock when absent. */
  readonly clock?: (() => number) | undefined;
  /** Told what comes into the inventory. */
  readonly watcher?: Watcher | undefined;
  /** Told when a resource or a list was read. */
  readonly onProgress?: ((progress: CollectProgress) => void) | undefined;
}

/**
 * Lists every planned type in every scope and reads its facets. Never rejects for what AWS answers: denials and
 * failures are outcomes.
 * @throws CredentialsExpired when AWS no longer accepts the credentials; the signal's reason when interrupted.
 *   What had been collected until then is in the inventory, whose `complete` is false.
 */
export async function collect(options: CollectOptions): Promise<void> {
  const { plan, inventory } = options;
  const scopes = scopesOf(plan, inventory);
  const told = longestFirst(scopes.map((scope) => ({ scope, foreseen: foreseen(scope) })));
  const progress = new ScopeProgress(told.map(({ foreseen }) => foreseen));
  options.onProgress?.(progress);
  inventory.complete = false;
  const countDown = completions(scopes, options);
  // The whole plan before anything of it ends: who watches takes what is not in it for what will never come.
  for (const { type } of plan) inventory.collected.add(type.key);
  for (const { type } of plan) countDown(type);
  const joint = new JointReader(scopes, options);
  const results = await Promise.allSettled(
    told.map(async ({ scope, foreseen }) => {
      const listing = await collectScope(scope, options, new ScopeReport(foreseen, progress, options), joint);
      inventory.add(listing);
      options.watcher?.listed(listing);
      countDown(scope.planned.type);
      progress.finished(foreseen);
      options.onProgress?.(progress);
    }),
  );
  options.apis.forget();
  results.forEach((result, index) => {
    const scope = told[index]?.scope;
    if (result.status === 'fulfilled' || scope === undefined) return;
    const { type } = scope.planned;
    const gap = {
      kind: 'failed',
      actions: type.actions,
      code: interruptedCode,
      message: 'the collection stopped before it was read',
    } as const;
    inventory.add({ type: type.key, region: scope.region, result: gap });
  });
  for (const result of results) if (result.status === 'rejected') throw result.reason;
  inventory.complete = true;
}

/**
 * Whose resources take most calls is listed first: the longest chains do not begin last, and how much there is to read is known
 * early. Each type begins with another region, so that what comes first is like what comes later.
 */
function longestFirst<T extends { readonly foreseen: ProgressScope }>(scopes: readonly T[]): T[] {
  const types = [...new Set(scopes.map(({ foreseen }) => foreseen.type))];
  return types
    .map((type) => scopes.filter(({ foreseen }) => foreseen.type === type))
    .flatMap((own, n) => [...own.slice(n % own.length), ...own.slice(0, n % own.length)])
    .sort((a, b) => workOf(b.foreseen) - workOf(a.foreseen));
}

const workOf = ({ each, depth }: ProgressScope): number => each.reduce((sum, { calls }) => sum + calls, 0) + depth;

/**
 * Tells the watcher that a type is complete when it was counted once, and once for each of its scopes. What was kept of a
 * service's answers is forgotten when all types are complete that ask it.
 */
function completions(
  scopes: readonly Scope[],
  { plan, watcher, apis }: CollectOptions,
): (type: AnyResourceType) => void {
  const left = new Map(plan.map(({ type }) => [type.key, 1]));
  for (const { planned } of scopes) left.set(planned.type.key, (left.get(planned.type.key) ?? 0) + 1);
  const asked = new Map(plan.map(({ type, facets }) => [type.key, servicesOf(type, facets)]));
  return (type) => {
    const more = (left.get(type.key) ?? 0) - 1;
    left.set(type.key, more);
    if (more > 0) return;
    watcher?.complete(type.key);
    const unasked = asked.get(type.key) ?? new Set();
    asked.delete(type.key);
    for (const service of unasked) if (![...asked.values()].some((all) => all.has(service))) apis.forget(service);
  };
}

const servicesOf = (type: AnyResourceType, facets: readonly string[]): ReadonlySet<Service> =>
  new Set([
    type.service,
    ...(type.first === undefined ? [] : [type.first.service]),
    ...facets.flatMap((name) => type.facetDefs[name]?.service ?? []),
  ]);

/** Tells how far a scope is read. */
class ScopeReport {
  readonly #scope: ProgressScope;
  readonly #progress: ScopeProgress;
  readonly #options: CollectOptions;

  constructor(scope: ProgressScope, progress: ScopeProgress, options: CollectOptions) {
    this.#scope = scope;
    this.#progress = progress;
    this.#options = options;
  }

  /** One of the list's calls was answered. @param resources that it has given so far */
  page(resources: number): void {
    this.#progress.page(this.#scope, resources);
  }

  listed(items: readonly ItemBase[]): void {
    this.#progress.listed(
      this.#scope,
      items.map(({ region }) => region ?? this.#scope.endpoint),
    );
  }

  reading(): Reading {
    const reading = this.#progress.reading(this.#scope);
    return {
      ...reading,
      done: () => {
        reading.done();
        this.#options.onProgress?.(this.#progress);
      },
    };
  }
}

async function collectScope(
  scope: Scope,
  options: CollectOptions,
  report: ScopeReport,
  joint: JointReader,
): Promise<Listing> {
  const { type } = scope.planned;
  const proven = provenListing(options.inventory.header.emptyRegions, type, scope.region);
  if (proven !== undefined) {
    joint.tell(scope, []);
    report.listed([]);
    return proven;
  }
  // Who waits for what this scope asks must not wait for ever, however its list ends.
  const log = new ScopeLog(scope, options);
  const items = await listItems(scope, options, log, report).catch((error: unknown) => {
    joint.tell(scope, []);
    throw error;
  });
  joint.tell(scope, Array.isArray(items) ? items : []);
  if (!Array.isArray(items)) return { type: type.key, region: scope.region, result: items, asked: log.result() };
  report.listed(items);
  const records: ResourceRecord[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < items.length) {
      const index = next++;
      const item = items[index];
      const reading = report.reading();
      if (item !== undefined) records[index] = await readRecord(scope, item, options, joint, log, reading);
      reading.done();
    }
  };
  await Promise.all(Array.from({ length: Math.min(recordsAtOnce, items.length) }, work));
  // AWS lists in no order: what is judged and saved has one, so that a snapshot gives the same bytes as the live run.
  records.sort((x, y) => compare(x.arn, y.arn));
  return { type: type.key, region: scope.region, result: { kind: 'present', records }, asked: log.result() };
}

/** What is asked for a scope's list and for its facets, and when. */
class ScopeLog {
  readonly #logs = new Map<string, AskedLog>();
  readonly #scope: Scope;
  readonly #clock: () => number;
  /** An answer that an earlier run wrote down came after this. */
  readonly #begun: number;

  constructor(scope: Scope, { clock = Date.now, inventory }: CollectOptions) {
    this.#scope = scope;
    this.#clock = clock;
    this.#begun = Date.parse(inventory.header.startedAt);
  }

  for(name: string): AskedLog {
    let log = this.#logs.get(name);
    if (log === undefined) this.#logs.set(name, (log = new AskedLog(this.#clock)));
    return log;
  }

  now(): number {
    return this.#clock();
  }

  /** The answer is one of an earlier run. */
  known(name: string): void {
    this.for(name).known(this.#begun);
  }

  result(): Record<string, Asked> {
    const { type } = this.#scope.planned;
    const asked: Record<string, Asked> = {};
    for (const [name, log] of [...this.#logs].sort(([a], [b]) => compare(a, b))) {
      const found = log.result(name === 'list' ? listCalls(type) : (type.facetDefs[name]?.calls ?? []));
      if (found !== undefined) asked[name] = found;
    }
    return asked;
  }
}

const listCalls = ({ calls, first }: AnyResourceType): readonly string[] => [...calls, ...(first?.calls ?? [])];

/** What a list may ask another service, once; the outcome says so where the answer is none. */
class FirstReader {
  /** Why it has no answer. */
  gap: Gap | undefined;
  #answer: Promise<unknown> | undefined;
  readonly #scope: Scope;
  readonly #options: CollectOptions;
  readonly #requests: Requests;

  constructor(scope: Scope, options: CollectOptions, requests: Requests) {
    this.#scope = scope;
    this.#options = options;
    this.#requests = requests;
  }

  readonly ask = (): Promise<unknown> => (this.#answer ??= this.#read());

  async #read(): Promise<unknown> {
    const { first, key } = this.#scope.planned.type;
    if (first === undefined) throw new TypeError(`${key}: the list asks no other service`);
    const { apis, inventory, signal } = this.#options;
    const place = placeOf(this.#scope, first.service);
    try {
      return await first.read(apis.for(first.service, place, first.calls, undefined, this.#requests) as never);
    } catch (error) {
      const outcome = outcomeOf(error, first.actions, first.absentOn, signal);
      if (!isGap(outcome)) return undefined;
      inventory.countGap(first.service.id, place.region, outcome.kind, error);
      this.gap = outcome;
      throw error;
    }
  }
}

async function listItems(
  scope: Scope,
  options: CollectOptions,
  log: ScopeLog,
  report: ScopeReport,
): Promise<ItemBase[] | Exclude<Listing['result'], { kind: 'present' }>> {
  const { type } = scope.planned;
  const { apis, inventory, journal, signal, sample } = options;
  const known = journal?.list(type.key, scope.region);
  if (known !== undefined) {
    log.known('list');
    return known;
  }
  const from = log.now();
  const before = journal?.pages(type.key, scope.region);
  let items: ItemBase[] = [...(before?.items ?? [])];
  const first = new FirstReader(scope, options, log.for('list').of({}));
  const read = async (from: string | undefined): Promise<void> => {
    let written = items.length;
    const paging = {
      operation: type.resumable ?? '',
      from,
      onNext(token: string): void {
        journal?.addPage(type.key, scope.region, items.slice(written), token);
        written = items.length;
      },
    };
    const tracked = type.resumable !== undefined && journal !== undefined && sample !== true;
    let begun = type.scope === 'global';
    const requests = {
      ...log.for('list').of({}),
      // Lists that have begun come to their end before others begin.
      get turn(): Turn {
        return begun ? 'first' : 'usual';
      },
      answered(): void {
        begun = true;
        report.page(items.length);
      },
    };
    const api = apis.for(type.service, scope.place, type.calls, tracked ? paging : undefined, requests);
    for await (const item of type.list(api as never, first.ask as never)) {
      items.push(detached(item));
      if (sample === true) break;
    }
  };
  if (before !== undefined) log.known('list');
  try {
    await read(before?.next).catch(async (error: unknown) => {
      const goneOn = items.length > (before?.items.length ?? 0);
      if (before === undefined || goneOn || !refusesToken(error, signal)) throw error;
      journal?.dropPages(type.key, scope.region);
      items.length = 0;
      await read(undefined);
    });
    items = onceEach(items, (item) => type.arnOf(item as never, scope.place));
  } catch (error) {
    const outcome = first.gap ?? listOutcome(error, scope, items.length === 0, signal);
    if (outcome.kind === 'absent') {
      log.for('list').read(from);
      journal?.addList(type.key, scope.region, []);
      return [];
    }
    if (!isGap(outcome)) throw error;
    if (first.gap === undefined) inventory.countGap(type.service.id, scope.place.region, outcome.kind, error);
    // Pages that came round again would be in the list twice.
    if (error instanceof MalformedAnswer) journal?.dropPages(type.key, scope.region);
    journal?.addList(type.key, scope.region, outcome);
    log.for('list').read(from);
    return outcome;
  }
  log.for('list').read(from);
  journal?.addList(type.key, scope.region, items);
  return items;
}

function listOutcome(
  error: unknown,
  { planned, place }: Scope,
  isFirst: boolean,
  signal: AbortSignal | undefined,
): Outcome {
  const { type } = planned;
  if (missingHere(error, type.service, place)) return { kind: 'unsupported', code: codeOf(error) };
  return outcomeOf(error, listActions(type), isFirst ? (type.noneOn ?? []) : [], signal);
}

/**
 * Lists a resource once that comes several times: entries move between pages while a list is read. When they differ, nothing
 * says which is right.
 * @throws MalformedAnswer when they differ
 */
function onceEach(items: ItemBase[], arnOf: (item: ItemBase) => string): ItemBase[] {
  const byArn = new Map<string, ItemBase>();
  for (const item of items) {
    const arn = arnOf(item);
    const before = byArn.get(arn);
    if (before === undefined) byArn.set(arn, item);
    else if (!isDeepStrictEqual(before, item))
      throw new MalformedAnswer(`the service lists ${arn} twice, and says different things of it`);
  }
  return byArn.size === items.length ? items : [...byArn.values()];
}

/**
 * A copy that shares nothing with the answer it was read from: a text that was cut out of a page keeps all of the page in
 * memory.
 */
const detached = (item: ItemBase): ItemBase => JSON.parse(JSON.stringify(item)) as ItemBase;

/** Tokens expire, and each service has its own code for it: whatever is neither a denial nor a passing failure. */
const refusesToken = (error: unknown, signal: AbortSignal | undefined): boolean =>
  !(error instanceof CredentialsExpired) &&
  signal?.aborted !== true &&
  retryOf(error) === 'none' &&
  classify(error, []).kind === 'failed';

async function readRecord(
  scope: Scope,
  item: ItemBase,
  options: CollectOptions,
  joint: JointReader,
  log: ScopeLog,
  reading: Reading,
): Promise<ResourceRecord> {
  const { planned, place } = scope;
  const { type } = planned;
  const arn = type.arnOf(item as never, place);
  const reader = new FacetReader(type, item, arn, scope, options, joint, log, reading);
  let region = item.region ?? scope.region;
  if (type.regionFrom !== undefined) {
    const found = await reader.get(type.regionFrom);
    if (found.kind === 'present' && typeof found.value === 'string') region = found.value;
    else region = item.region ?? 'unknown';
  }
  const worth = isWorth(planned, { arn, region, item }, options.wanted);
  const outcomes: Record<string, Outcome> = {};
  if (worth) {
    const read = await Promise.all(planned.facets.map((name) => reader.get(name)));
    planned.facets.forEach((name, index) => {
      const outcome = read[index];
      if (outcome !== undefined) outcomes[name] = outcome;
    });
  }
  return { item, arn, region, outcomes };
}

/** Reads the facets of one resource, each at most once; a failure is kept like any other outcome. */
class FacetReader {
  readonly #memo = new Map<string, Promise<Outcome>>();
  readonly #type: AnyResourceType;
  readonly #item: ItemBase;
  readonly #arn: string;
  readonly #scope: Scope;
  readonly #options: CollectOptions;
  readonly #joint: JointReader;
  readonly #log: ScopeLog;
  readonly #reading: Reading;

  constructor(
    type: AnyResourceType,
    item: ItemBase,
    arn: string,
    scope: Scope,
    options: CollectOptions,
    joint: JointReader,
    log: ScopeLog,
    reading: Reading,
  ) {
    this.#type = type;
    this.#item = item;
    this.#arn = arn;
    this.#scope = scope;
    this.#options = options;
    this.#joint = joint;
    this.#log = log;
    this.#reading = reading;
  }

  get(name: string): Promise<Outcome> {
    let found = this.#memo.get(name);
    if (found === undefined) {
      this.#memo.set(name, (found = this.#read(name)));
      found.then(
        () => this.#reading.read(name),
        () => undefined,
      );
    }
    return found;
  }

  async #read(name: string): Promise<Outcome> {
    const { apis, inventory, journal, signal } = this.#options;
    const def = this.#type.facetDefs[name];
    if (def === undefined) throw new TypeError(`${this.#type.key}: unknown facet ${name}`);
    const known = journal?.facet(this.#type.key, this.#scope.region, this.#arn, name);
    if (known !== undefined) {
      this.#log.known(name);
      return known;
    }
    const log = this.#log.for(name);
    const from = this.#log.now();
    let { place } = this.#scope;
    const outcome = await this.#attempt(
      def.after,
      async (dependencies) => {
        place = await this.#placeFor(name, def.service);
        if (def.joint !== undefined) return this.#joint.get(this.#scope, this.#arn, name, log);
        const about = log.of({ ...this.#item, arn: this.#arn });
        const requests = { ...about, turn: 'begun' as const, answered: () => this.#reading.answered(name) };
        const api = apis.for(def.service, place, def.calls, undefined, requests);
        return def.read(api as never, this.#item as never, dependencies as never);
      },
      (error) => {
        const read = outcomeOf(error, def.actions, def.absentOn, signal);
        if (isGap(read)) inventory.countGap(def.service.id, place.region, read.kind, error);
        return read;
      },
    );
    log.read(from);
    journal?.addFacet(this.#type.key, this.#scope.region, this.#arn, name, outcome);
    return outcome;
  }

  async #attempt(
    after: readonly string[],
    read: (dependencies: Record<string, unknown>) => Promise<unknown>,
    failed: (error: unknown) => Outcome,
  ): Promise<Outcome> {
    const dependencies: Record<string, unknown> = {};
    for (const name of after) {
      const outcome = await this.get(name);
      if (isGap(outcome)) return outcome;
      dependencies[name] = outcome.kind === 'present' ? outcome.value : undefined;
    }
    try {
      return { kind: 'present', value: await read(dependencies) };
    } catch (error) {
      return failed(error);
    }
  }

  /** A resource with a region of its own is asked there; another service's global endpoint where that one lives. */
  async #placeFor(name: string, service: Service): Promise<Place> {
    const { regionFrom } = this.#type;
    const { place } = this.#scope;
    if (regionFrom === undefined || name === regionFrom) return placeOf(this.#scope, service);
    const found = await this.get(regionFrom);
    return found.kind === 'present' && typeof found.value === 'string' ? { ...place, region: found.value } : place;
  }
}

/** Errors that end the run pass through; everything AWS can answer becomes an outcome. */
function outcomeOf(
  error: unknown,
  actions: readonly string[],
  absentOn: readonly string[],
  signal: AbortSignal | undefined,
): Outcome {
  if (error instanceof CredentialsExpired) throw error;
  if (signal?.aborted === true) throw signal.reason;
  return classify(error, actions, absentOn);
}
