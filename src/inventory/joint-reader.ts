import type { ApiFactory } from '../aws/api.ts';
import { AskedLog } from './asked.ts';
import type { Inventory } from './inventory.ts';
import type { Journal } from './journal.ts';
import type { Scope, Wanted } from './scopes.ts';
import { isWorth, placeOf } from './scopes.ts';
import type { Joint, Question } from './joint.ts';
import { QuestionPool } from './joint.ts';
import type { FacetDef, ItemBase } from './resource.ts';

interface Options {
  readonly apis: ApiFactory;
  readonly inventory: Inventory;
  readonly journal?: Journal | undefined;
  readonly wanted?: Wanted | undefined;
}

interface Asker {
  readonly pool: QuestionPool;
  /** What the pool's requests asked. */
  readonly log: AskedLog;
  readonly index: number;
  readonly facet: string;
  readonly def: FacetDef & { readonly joint: Joint };
}

/** Reads the facets that are asked for many resources at once, in as few requests as they take. */
export class JointReader {
  readonly #options: Options;
  readonly #askers = new Map<Scope, readonly Asker[]>();

  constructor(scopes: readonly Scope[], options: Options) {
    this.#options = options;
    const groups = new Map<string, { scope: Scope; facet: string; def: Asker['def'] }[]>();
    for (const scope of scopes) {
      const { type, facets } = scope.planned;
      for (const facet of facets) {
        const def = type.facetDefs[facet];
        if (def?.joint === undefined) continue;
        const { region } = placeOf(scope, def.service);
        const key = JSON.stringify([def.service.id, region, def.joint.key ?? [type.key, facet]]);
        const group = groups.get(key) ?? [];
        group.push({ scope, facet, def: { ...def, joint: def.joint } });
        groups.set(key, group);
      }
    }
    for (const group of groups.values()) this.#addPool(group);
  }

  #addPool(group: readonly { scope: Scope; facet: string; def: Asker['def'] }[]): void {
    const [first] = group;
    if (first === undefined) return;
    const { scope, def } = first;
    const { service, calls, joint } = def;
    const log = new AskedLog(Date.now);
    const read = (questions: readonly Question[]): Promise<ReadonlyMap<string, unknown>> => {
      const about = log.of(new Set(questions.map(({ id }) => id)));
      const api = this.#options.apis.for(service, placeOf(scope, service), calls, undefined, about);
      return joint.read(api as never, questions as readonly never[]);
    };
    const pool = new QuestionPool(group.length, joint, read);
    group.forEach((each, index) => {
      const asker = { pool, log, index, facet: each.facet, def: each.def };
      this.#askers.set(each.scope, [...(this.#askers.get(each.scope) ?? []), asker]);
    });
  }

  /** What a scope listed, of which its facets are read: everyone whose questions go along waits for it. */
  tell(scope: Scope, items: readonly ItemBase[]): void {
    for (const asker of this.#askers.get(scope) ?? [])
      asker.pool.tell(asker.index, this.#questions(scope, asker, items));
  }

  #questions(scope: Scope, { def, facet }: Asker, items: readonly ItemBase[]): ReadonlyMap<string, Question> {
    const { planned, region, place } = scope;
    const { type } = planned;
    const { journal, inventory } = this.#options;
    const asked = { now: new Date(inventory.header.startedAt), days: planned.days?.[facet] ?? 0 };
    const questions = new Map<string, Question>();
    for (const item of items) {
      const arn = type.arnOf(item as never, place);
      if (!isWorth(planned, { arn, region: item.region ?? region, item }, this.#options.wanted)) continue;
      if (journal?.facet(type.key, region, arn, facet) !== undefined) continue;
      const question = def.joint.ask(item as never, asked);
      if (question !== undefined) questions.set(keyOf(scope, arn, facet), question);
    }
    return questions;
  }

  /**
   * The value of a facet; undefined where nothing is asked.
   * @param log told that it shares what the pool asks
   * @throws what its question ended with
   */
  async get(scope: Scope, arn: string, facet: string, log: AskedLog): Promise<unknown> {
    const asker = this.#askers.get(scope)?.find((each) => each.facet === facet);
    if (asker !== undefined) log.of({}).shares(asker.log.of({}));
    const answered = await asker?.pool.get(keyOf(scope, arn, facet));
    if (answered === undefined) return undefined;
    if ('error' in answered) throw answered.error;
    return answered.value;
  }
}

const keyOf = ({ planned, region }: Scope, arn: string, facet: string): string =>
  [planned.type.key, region, arn, facet].join('\0');
