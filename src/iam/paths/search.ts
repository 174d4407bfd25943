import type { Rights } from '../graph/rights.ts';
import type { Subject } from '../graph/subject.ts';
import type { Principal } from '../graph/types.ts';
import { least, type World } from '../graph/world.ts';
import { MAYBE, NO, type Tri, YES } from '../types.ts';
import { changesOf, mayChange } from './changes.ts';
import { creationsOf } from './creating.ts';
import { type Change, type Move, setOf, type Way } from './move.ts';
import { waysOf } from './ways.ts';

/** Changes of changes are followed this far. */
const DEEPEST = 3;
/** How many principals are looked at to find one whose policies the caller may change. */
const MOST_FORWARD = 400;

/** A principal in one state, and how it comes to the goal. */
export interface Node {
  readonly subject: Subject;
  readonly rights: Rights;
  /** Steps to other principals. */
  readonly ways: readonly Way[];
  /** Steps that change a principal, or make a new one; the moves of one entry are taken one after the other. */
  readonly links: Link[];
  /** undefined: it does not come to the goal. */
  reach: Reach | undefined;
}

export interface Link {
  readonly moves: readonly Move[];
  readonly level: Tri;
  readonly to: 'administrator' | Node;
}

export interface Reach {
  readonly level: Tri;
  /** Steps that remain. */
  readonly distance: number;
  /** The next step; undefined at the goal itself. */
  readonly by: { readonly link: Link } | { readonly way: Way; readonly to: Node } | undefined;
}

/** What is searched for. */
export interface Goal {
  /** How surely a subject is at the goal without any step. */
  at(node: Node): Tri;
  /** The steps by which it comes there directly, without another principal. */
  direct?(node: Node): readonly Link[];
  /** Steps from being an administrator to the goal; undefined: an administrator does not come to it. */
  readonly fromAdministrator: number | undefined;
  /** Who acts as somebody in a few services only is there when that somebody is. */
  readonly limited?: boolean;
}

/** Whether a step to a principal leads on to the goal: credentials for a few services are good for nothing further. */
export const leadsOn = (goal: Goal, { edge }: Way, to: Node): boolean =>
  edge.effect !== 'act-as-limited' || (goal.limited === true && to.reach?.by === undefined);

/** What was found; every node holds how it comes to the goal. */
export interface Searched {
  readonly world: World;
  /** Principals as they are, by ARN. */
  readonly nodes: ReadonlyMap<string, Node>;
  /** Principals that come to the goal, surest and nearest first. */
  readonly reached: readonly Node[];
}

class Search {
  readonly world: World;
  readonly #goal: Goal;
  readonly base = new Map<string, Node>();
  readonly all: Node[] = [];
  readonly #byKey = new Map<string, Node>();
  /** Nodes that come to the goal, in the order in which they were found. */
  readonly order: Node[] = [];

  constructor(world: World, goal: Goal) {
    this.world = world;
    this.#goal = goal;
    for (const subject of world.subjects) this.base.set(subject.key, this.node(subject));
  }

  node(subject: Subject): Node {
    const known = this.#byKey.get(subject.key);
    if (known !== undefined) return known;
    const { world } = this;
    const rights = world.rights(subject);
    const service = subject.principal.kind === 'role' && subject.principal.serviceLinked;
    const administrator = world.administrator(subject) === YES && this.#goal.fromAdministrator === 0;
    const node: Node = {
      subject,
      rights,
      ways: service || administrator ? [] : waysOf(world, rights),
      links: [],
      reach: undefined,
    };
    this.#byKey.set(subject.key, node);
    this.all.push(node);
    if (service || administrator) return node;
    node.links.push(...(this.#goal.direct?.(node) ?? []));
    if (subject.depth >= DEEPEST) return node;
    for (const change of changesOf(world, rights, subject)) this.#link(node, [change.move], change);
    if (this.#goal.fromAdministrator !== undefined) {
      for (const change of creationsOf(world, rights)) this.#link(node, [change.move], change);
    }
    return node;
  }

  #link(node: Node, moves: readonly Move[], change: Change): void {
    const to = change.result === 'administrator' ? change.result : this.node(change.result);
    if (to === node) return;
    if (to === 'administrator' && this.#goal.fromAdministrator === undefined) return;
    node.links.push({ moves, level: least(...moves.map((move) => move.level)), to });
  }

  /** Finds every node that comes to the goal at least this surely. */
  run(wanted: Tri): void {
    let fresh: Node[] = [...this.order];
    for (const node of this.all) {
      if (node.reach !== undefined) continue;
      const level = this.#goal.at(node);
      if (level < wanted) continue;
      this.#reach(node, { level, distance: 0, by: undefined });
      fresh.push(node);
    }
    let first = true;
    while (fresh.length > 0 || first) {
      const news = new Set(fresh);
      const targets = new Map<Principal, Node>();
      for (const node of fresh) if (node.subject.depth === 0) targets.set(node.subject.principal, node);
      const next: { node: Node; reach: Reach }[] = [];
      for (const node of this.all) {
        if (node.reach !== undefined) continue;
        const reach = this.#byLink(node, wanted, news, first) ?? byWay(this.#goal, node, wanted, targets);
        if (reach !== undefined) next.push({ node, reach });
      }
      // only now, so that a round goes one step and no further
      for (const { node, reach } of next) this.#reach(node, reach);
      fresh = next.map(({ node }) => node);
      first = false;
    }
  }

  #reach(node: Node, reach: Reach): void {
    node.reach = reach;
    this.order.push(node);
  }

  #byLink(node: Node, wanted: Tri, news: ReadonlySet<Node>, first: boolean): Reach | undefined {
    const { fromAdministrator } = this.#goal;
    for (const link of node.links) {
      if (link.level < wanted) continue;
      if (link.to === 'administrator') {
        if (!first || fromAdministrator === undefined) continue;
        return { level: link.level, distance: link.moves.length + fromAdministrator, by: { link } };
      }
      if (!news.has(link.to) || link.to.reach === undefined) continue;
      return {
        level: least(link.level, link.to.reach.level),
        distance: link.to.reach.distance + link.moves.length,
        by: { link },
      };
    }
    return undefined;
  }

  /**
   * Principals that may change others, and come to be them: adds the changed ones. Returns whether anything was added.
   */
  changeOthers(wanted: Tri): boolean {
    let found = false;
    for (const node of this.base.values()) {
      if (node.reach !== undefined || node.ways.length === 0 || !mayChange(node.rights)) continue;
      for (const { subject, moves } of forward(this.base, node, wanted)) {
        for (const change of changesOf(this.world, node.rights, subject)) {
          if (change.move.level < wanted) continue;
          const before = node.links.length;
          this.#link(node, [change.move, ...moves], change);
          if (node.links.length > before) found = true;
        }
      }
    }
    return found;
  }
}

/** A step to one of the principals that were reached last. */
function byWay(goal: Goal, node: Node, wanted: Tri, targets: ReadonlyMap<Principal, Node>): Reach | undefined {
  for (const way of node.ways) {
    if (way.limit < wanted) continue;
    for (const target of worthTrying(way, targets)) {
      const to = targets.get(target);
      if (to?.reach === undefined || to === node || !leadsOn(goal, way, to)) continue;
      const level = way.level(target);
      if (level < wanted) continue;
      return { level: least(level, to.reach.level), distance: to.reach.distance + 1, by: { way, to } };
    }
  }
  return undefined;
}

/** The shorter of the lists of principals an edge can lead to and those that are wanted. */
function* worthTrying(way: Way, targets: ReadonlyMap<Principal, Node>): Generator<Principal> {
  const list = way.candidates !== undefined && way.candidates.length < way.pool.length ? way.candidates : way.pool;
  if (list.length <= targets.size) {
    for (const principal of list) if (targets.has(principal)) yield principal;
    return;
  }
  const set = setOf(list);
  for (const principal of targets.keys()) if (set.has(principal)) yield principal;
}

/** Principals a node comes to in one to three steps, nearest first. */
function* forward(
  base: ReadonlyMap<string, Node>,
  start: Node,
  wanted: Tri,
): Generator<{ subject: Subject; moves: Move[] }> {
  const seen = new Set<Node>([start]);
  let asked = 0;
  let edge: { node: Node; moves: Move[] }[] = [{ node: start, moves: [] }];
  for (let depth = 0; depth < 3 && edge.length > 0; depth++) {
    const next: typeof edge = [];
    for (const { node, moves } of edge) {
      for (const way of node.ways) {
        if (way.limit < wanted || way.edge.effect === 'act-as-limited') continue;
        for (const target of way.candidates ?? way.pool) {
          const to = base.get(target.arn);
          if (to === undefined || seen.has(to)) continue;
          if (++asked > MOST_FORWARD) return;
          if (way.level(target) < wanted) continue;
          seen.add(to);
          const path = [...moves, way.move(target)];
          yield { subject: to.subject, moves: path };
          next.push({ node: to, moves: path });
        }
      }
    }
    edge = next;
  }
}

/** Searches backwards from the goal; one search serves all principals. */
export function search(world: World, goal: Goal): Searched {
  const run = new Search(world, goal);
  for (const level of [YES, MAYBE] as const) {
    run.run(level);
    if (run.changeOthers(level)) run.run(level);
  }
  const reached = run.order.filter((node) => node.subject.depth === 0);
  reached.sort(
    (a, b) => (b.reach?.level ?? NO) - (a.reach?.level ?? NO) || (a.reach?.distance ?? 0) - (b.reach?.distance ?? 0),
  );
  return { world, nodes: run.base, reached };
}
