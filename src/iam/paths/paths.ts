import type { Rights } from '../graph/rights.ts';
import type { Account, Principal } from '../graph/types.ts';
import { least, World } from '../graph/world.ts';
import { MAYBE, NO, type Tri, YES } from '../types.ts';
import { assignedPaths } from './assigned.ts';
import { guarded, unguarded } from './blocked.ts';
import { changesOf } from './changes.ts';
import { creationsOf } from './creating.ts';
import { cutsOf } from './cut.ts';
import { actionsOfEdges } from './edges.ts';
import { entriesOf } from './entries.ts';
import { administratorGoal, type GoalOf, goalOf } from './goal.ts';
import { type Move, setOf, type Way } from './move.ts';
import { openingsOf } from './openings.ts';
import { leadsOn, type Link, type Node, search, type Searched } from './search.ts';
import { blockedBy, stepOf } from './step.ts';
import type { Path, PathsResult, PathStep, PathVerdict, PrincipalPaths } from './types.ts';
import { allUnread, Certainty } from './unread.ts';
import { waysOf } from './ways.ts';

export interface PathsOptions {
  /** ARN of a user, role or resource to reach; left out, to become administrator. */
  readonly to?: string | undefined;
  /** Leaves out what a finding does not need: paths beyond the best of each principal, and the cut. */
  readonly brief?: boolean;
  /**
   * Says what the policies that were read let, and names the layers that were not, instead of calling every path
   * possible for want of them.
   */
  readonly asRead?: boolean;
}

const verdictOf = (level: Tri): PathVerdict => (level === YES ? 'proven' : level === MAYBE ? 'possible' : 'blocked');

/** The first step of a path: over a link, or over an edge to another principal. */
type First = { readonly level: Tri; readonly distance: number; readonly edge: string } & (
  | { readonly link: Link }
  | { readonly way: Way; readonly to: Node }
);

class Paths {
  readonly #found: Searched;
  readonly #goal: GoalOf;
  readonly #rank = new Map<Node, number>();
  /** By the list of principals an edge can lead to. */
  readonly #ordered = new WeakMap<readonly Principal[], readonly Node[]>();
  readonly #steps = new Map<string, PathStep>();
  readonly #tails = new Map<Node, readonly PathStep[]>();

  constructor(found: Searched, goal: GoalOf) {
    this.#found = found;
    this.#goal = goal;
    for (const [at, node] of found.reached.entries()) this.#rank.set(node, at);
  }

  /** The best path over each edge that leads away from a node. */
  firsts(node: Node): First[] {
    const best = new Map<string, First>();
    const offer = (first: First): void => {
      const known = best.get(first.edge);
      if (
        known === undefined ||
        first.level > known.level ||
        (first.level === known.level && first.distance < known.distance)
      ) {
        best.set(first.edge, first);
      }
    };
    for (const link of node.links) {
      const edge = link.moves[0]?.edge ?? '';
      if (link.to === 'administrator') {
        offer({ level: link.level, distance: link.moves.length + (this.#goal.fromAdministrator ?? 0), edge, link });
      } else if (link.to.reach !== undefined && !this.#passes(link.to, node)) {
        offer({
          level: least(link.level, link.to.reach.level),
          distance: link.to.reach.distance + link.moves.length,
          edge,
          link,
        });
      }
    }
    for (const way of node.ways) {
      const found = this.#bestTarget(node, way);
      if (found !== undefined)
        offer({ ...found, distance: (found.to.reach?.distance ?? 0) + 1, edge: way.edge.id, way });
    }
    return [...best.values()].sort(
      (a, b) => b.level - a.level || a.distance - b.distance || (a.edge < b.edge ? -1 : a.edge > b.edge ? 1 : 0),
    );
  }

  #bestTarget(node: Node, way: Way): { level: Tri; to: Node } | undefined {
    let best: { level: Tri; to: Node } | undefined;
    for (const to of this.#inOrder(way)) {
      if (to === node || to.reach === undefined || !leadsOn(this.#goal, way, to)) continue;
      // targets come surest first
      if (best !== undefined && (to.reach.level <= best.level || way.limit <= best.level)) break;
      const level = least(way.level(to.subject.principal), to.reach.level);
      if (level <= (best?.level ?? NO) || this.#passes(to, node)) continue;
      best = { level, to };
      if (level === YES) break;
    }
    return best;
  }

  /** Principals that come to the goal and that the edge can lead to, surest and nearest first. */
  *#inOrder(way: Way): Generator<Node> {
    const { nodes, reached } = this.#found;
    const list = way.candidates !== undefined && way.candidates.length < way.pool.length ? way.candidates : way.pool;
    if (list.length < reached.length / 8) {
      const found = list.flatMap((principal) => nodes.get(principal.arn) ?? []).filter((node) => this.#rank.has(node));
      yield* found.sort((a, b) => (this.#rank.get(a) ?? 0) - (this.#rank.get(b) ?? 0));
      return;
    }
    let ordered = this.#ordered.get(list);
    if (ordered === undefined) {
      const set = setOf(list);
      this.#ordered.set(list, (ordered = reached.filter((node) => set.has(node.subject.principal))));
    }
    yield* ordered;
  }

  /** Whether the way from `from` to the goal comes through the principal of `node`. */
  #passes(from: Node, node: Node): boolean {
    const { principal } = node.subject;
    let at: Node | undefined = from;
    while (at !== undefined) {
      if (at !== from && at.subject.depth === 0 && at.subject.principal === principal) return true;
      const by: NonNullable<Node['reach']>['by'] = at.reach?.by;
      at =
        by === undefined ? undefined : 'link' in by ? (by.link.to === 'administrator' ? undefined : by.link.to) : by.to;
    }
    return false;
  }

  path(node: Node, first: First): Path {
    const steps =
      'link' in first
        ? this.#overLink(node, first.link)
        : [
            this.#step(
              node.rights,
              node.subject.key,
              first.way.move(first.to.subject.principal),
              node.subject.principal.arn,
            ),
            ...this.#tail(first.to),
          ];
    return { verdict: verdictOf(first.level), steps };
  }

  /** From a node on, as it was found. */
  #tail(node: Node): readonly PathStep[] {
    let found = this.#tails.get(node);
    if (found === undefined) {
      const by = node.reach?.by;
      if (by === undefined) found = this.#goal.end(node);
      else if ('link' in by) found = this.#overLink(node, by.link);
      else
        found = [
          this.#step(node.rights, node.subject.key, by.way.move(by.to.subject.principal), node.subject.principal.arn),
          ...this.#tail(by.to),
        ];
      this.#tails.set(node, found);
    }
    return found;
  }

  tail(node: Node): readonly PathStep[] {
    return this.#tail(node);
  }

  #overLink(node: Node, link: Link): PathStep[] {
    const own = node.subject.principal.arn;
    const steps = link.moves.map((move, at) => {
      const from = at < 2 ? own : (link.moves[at - 1]?.to ?? own);
      const rights = at < 2 ? node.rights : (this.#found.nodes.get(from)?.rights ?? node.rights);
      return this.#step(rights, at < 2 ? node.subject.key : from, move, from);
    });
    if (link.to === 'administrator') return [...steps, ...this.#goal.afterAdministrator(link.moves.at(-1)?.to ?? own)];
    return [...steps, ...this.#tail(link.to)];
  }

  #step(rights: Rights, key: string, move: Move, from: string): PathStep {
    const name = `${key} ${move.edge} ${move.to}`;
    let step = this.#steps.get(name);
    if (step === undefined) this.#steps.set(name, (step = stepOf(rights, move, from)));
    return step;
  }
}

/** Paths that a principal would have but for what holds it back. */
function blockedPaths(paths: Paths, found: Searched, goal: GoalOf, node: Node, brief: boolean): Path[] {
  const { world } = found;
  if (!guarded(world, node.rights)) return [];
  const subject = unguarded(node.subject);
  const rights = world.rights(subject);
  if (goal.fromAdministrator === 0 && world.administrator(subject) !== NO) {
    return [{ verdict: 'blocked', steps: [goal.blockedAdministrator(node)] }];
  }
  const links = [
    ...changesOf(world, rights, subject),
    ...(goal.fromAdministrator === undefined ? [] : creationsOf(world, rights)),
  ].flatMap(({ move, result }): Link[] =>
    result === 'administrator' ? [{ moves: [move], level: move.level, to: result }] : [],
  );
  const free: Node = { subject, rights, ways: waysOf(world, rights), links, reach: undefined };
  const firsts = paths.firsts(free).filter((first) => first.level !== NO);
  return (brief ? firsts.slice(0, 1) : firsts).flatMap((first): Path[] => {
    const { steps } = paths.path(free, first);
    const [head, ...rest] = steps;
    if (head === undefined) return [];
    const asks = 'link' in first ? (first.link.moves[0]?.asks ?? []) : first.way.move(first.to.subject.principal).asks;
    const by = blockedBy(node.rights, asks) ?? blockedAfter(node);
    return [{ verdict: 'blocked', steps: [{ ...head, condition: `blocked by ${by}` }, ...rest] }];
  });
}

/** The step itself is allowed; what it gives is not. */
function blockedAfter({ subject }: Node): string {
  if (subject.boundary !== undefined && subject.boundary !== 'unknown')
    return `the permissions boundary ${subject.boundary.name}, which limits what it gains`;
  if (Array.isArray(subject.scps)) return 'service control policies, which limit what it gains';
  return 'denials that stay in force after it';
}

function principalPaths(paths: Paths, found: Searched, goal: GoalOf, node: Node, brief: boolean): PrincipalPaths {
  const { arn } = node.subject.principal;
  const admin = found.world.administrator(node.subject) === YES;
  if (node.reach !== undefined && node.reach.by === undefined) {
    const end = paths.tail(node);
    return {
      arn,
      admin,
      verdict: verdictOf(node.reach.level),
      paths: end.length === 0 ? [] : [{ verdict: verdictOf(node.reach.level), steps: end }],
    };
  }
  if (node.reach !== undefined) {
    const firsts = paths.firsts(node);
    const list = (brief ? firsts.slice(0, 1) : firsts).map((first) => paths.path(node, first));
    return { arn, admin, verdict: verdictOf(node.reach.level), paths: list };
  }
  const service = node.subject.principal.kind === 'role' && node.subject.principal.serviceLinked;
  const blocked = service ? [] : blockedPaths(paths, found, goal, node, brief);
  const mayBeIn = !service && goal.mayAdmit?.(node) === true;
  if (blocked.length > 0) return { arn, admin, verdict: mayBeIn ? 'unknown' : 'blocked', paths: blocked };
  return { arn, admin, verdict: World.readable(node.subject) && !mayBeIn ? 'none' : 'unknown', paths: [] };
}

/** Paths as the search found them. */
const asFound: Pick<Certainty, 'principal' | 'entry' | 'opening'> = {
  principal: (found) => found,
  entry: (found) => found,
  opening: (found) => found,
};

/**
 * Which principals can become administrator, or reach a principal or resource, and how. Pure.
 * @param world of the account, where several questions are asked of it
 * @throws AuditError `usage` when `to` names nothing that can be reached
 */
export function findPaths(
  account: Account,
  options: PathsOptions = {},
  world: World = new World(account, actionsOfEdges()),
): PathsResult {
  const goal = options.to === undefined ? administratorGoal(world) : goalOf(world, options.to);
  const found = search(world, goal);
  const paths = new Paths(found, goal);
  const brief = options.brief === true;
  const known = new Certainty(world, goal);
  const certain = options.asRead === true || known.whole ? asFound : known;
  const order: Readonly<Record<PrincipalPaths['verdict'], number>> = {
    proven: 0,
    possible: 1,
    blocked: 2,
    unknown: 3,
    none: 4,
  };
  const own = new Map(
    [...found.nodes.values()]
      .filter((node) => !goal.isTarget(node))
      .map((node) => [node.subject.principal.arn, certain.principal(principalPaths(paths, found, goal, node, brief))]),
  );
  const assigned = assignedPaths(
    account,
    ({ arn }) =>
      own.get(arn) ?? (arn === goal.target ? { arn, admin: false, verdict: 'proven', paths: [] } : undefined),
    { brief, asRead: options.asRead === true },
  );
  const principals = [...own.values(), ...assigned].sort(
    (a, b) => order[a.verdict] - order[b.verdict] || Number(b.admin) - Number(a.admin) || (a.arn < b.arn ? -1 : 1),
  );
  return {
    target: goal.target,
    principals,
    entries: entriesOf(found, (node) => paths.tail(node)).map((one) => certain.entry(one)),
    openings: brief || options.to !== undefined ? [] : openingsOf(found).map((one) => certain.opening(one)),
    cuts: brief ? [] : cutsOf(account, principals),
    unread: allUnread(world, goal),
  };
}
