import type { Ask, Rights } from '../graph/rights.ts';
import type { Subject } from '../graph/subject.ts';
import { least, type World } from '../graph/world.ts';
import { MAYBE, NO, type Tri, YES } from '../types.ts';
import type { Change } from './move.ts';

/** What a change comes to: an administrator, or a principal in a new state that is looked at on its own. */
function outcome(world: World, subject: Subject): { result: Change['result']; level: Tri } {
  const level = world.administrator(subject);
  return level === NO ? { result: subject, level: YES } : { result: 'administrator', level };
}

/** What an actor can make of a principal, as it is found. */
export class Changes {
  readonly found: Change[] = [];
  readonly #world: World;
  readonly #actor: Rights;

  constructor(world: World, actor: Rights) {
    this.#world = world;
    this.#actor = actor;
  }

  /** Adds a change if the actor may. */
  add(edge: string, to: string, asks: readonly Ask[], result: () => Subject, depends: readonly string[] = []): void {
    for (const { action } of asks) if (!this.#actor.has(action)) return;
    const allowed = least(...asks.map((ask) => this.#actor.may(ask)), depends.length === 0 ? YES : MAYBE);
    if (allowed === NO) return;
    const end = outcome(this.#world, result());
    const level = least(allowed, end.level);
    const open = end.level === MAYBE ? ['the conditions under which the result is an administrator'] : [];
    this.found.push({ move: { edge, level, to, asks, depends: [...depends, ...open] }, result: end.result });
  }
}
