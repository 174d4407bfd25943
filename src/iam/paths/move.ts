import type { Ask } from '../graph/rights.ts';
import type { Subject } from '../graph/subject.ts';
import type { Principal } from '../graph/types.ts';
import type { Tri } from '../types.ts';
import type { Edge } from './edges.ts';

/** One step that a subject can take. */
export interface Move {
  /** Id of the edge. */
  readonly edge: string;
  readonly level: Tri;
  /** ARN of what it leads to or changes. */
  readonly to: string;
  /** The questions whose answers make it a step. */
  readonly asks: readonly Ask[];
  /** What else has to be there and is not known; not empty only where `level` is not certain. */
  readonly depends: readonly string[];
}

/** Steps over one edge from a subject to other principals, decided for each when it is asked. */
export interface Way {
  readonly edge: Edge;
  /** Principals worth asking for; undefined: any of `pool`. */
  readonly candidates: readonly Principal[] | undefined;
  /** Principals the edge can lead to at all. */
  readonly pool: readonly Principal[];
  /** The most that any answer can be. */
  readonly limit: Tri;
  level(target: Principal): Tri;
  move(target: Principal): Move;
}

/** A step that changes a principal: after it, the principal is `result`, or an administrator exists that the caller controls. */
export interface Change {
  readonly move: Move;
  readonly result: 'administrator' | Subject;
}

const pools = new WeakMap<readonly Principal[], ReadonlySet<Principal>>();

/** The principals of a list as a set, made once. */
export function setOf(list: readonly Principal[]): ReadonlySet<Principal> {
  let found = pools.get(list);
  if (found === undefined) pools.set(list, (found = new Set(list)));
  return found;
}
