import { rcpServices } from '../data/rcp-services.ts';
import type { World } from '../graph/world.ts';
import type { LayerName } from '../types.ts';
import type { GoalOf } from './goal.ts';
import type { Entry, Opening, Path, PathsResult, PathStep, PathVerdict, PrincipalPaths } from './types.ts';

const byUnreadControl: Partial<Record<LayerName, string>> = {
  scp: 'service control policies, not read',
  rcp: 'resource control policies, not read',
};

/** Layers of the account that were not read. */
const unreadLayers = ({ account }: World): LayerName[] => [
  ...(account.scps === 'unknown' && account.managementAccount !== true ? ['scp' as const] : []),
  ...(account.rcps === 'unknown' ? ['rcp' as const] : []),
];

/**
 * Paths as they are certain: a step is proven only when every layer that could deny it was read, as with `audit can`.
 * SCPs bind who is of the account, RCPs the actions of some services, and a document of a principal that was not read may
 * hold a denial.
 */
export class Certainty {
  readonly #unread: readonly LayerName[];
  readonly #documents: ReadonlyMap<string, readonly string[]>;
  readonly #goal: GoalOf;

  constructor(world: World, goal: GoalOf) {
    this.#unread = unreadLayers(world);
    this.#documents = new Map(
      world.subjects.flatMap(({ principal, unread }) =>
        unread.length === 0 ? [] : [[principal.arn, unread] as const],
      ),
    );
    this.#goal = goal;
  }

  /** Whether nothing of the account was left unread. */
  get whole(): boolean {
    return this.#unread.length === 0 && this.#documents.size === 0;
  }

  #documentsOf(arn: string): string[] {
    const unread = this.#documents.get(arn);
    return unread === undefined ? [] : [`policies that were not read: ${unread.join(', ')}`];
  }

  /** What the step depends on that nobody read. */
  #missing({ edge, from, actions }: PathStep): string[] {
    const outside = edge.startsWith('entry-');
    const bound = actions.length > 0 && !outside;
    return [
      ...(outside ? [] : this.#documentsOf(from)),
      ...this.#unread.flatMap((layer) =>
        (layer === 'scp' && bound) ||
        (layer === 'rcp' &&
          actions.some((action) => rcpServices.has(action.slice(0, action.indexOf(':')).toLowerCase())))
          ? (byUnreadControl[layer] ?? [])
          : [],
      ),
    ];
  }

  /** What being there depends on that nobody read: rights that are used, but by no step. */
  atGoal(arn: string): string[] {
    if (!this.#goal.uses) return [];
    return [...this.#documentsOf(arn), ...(this.#unread.includes('scp') ? [byUnreadControl.scp ?? ''] : [])];
  }

  /** The path with each layer named where it counts first. */
  path(path: Path): Path {
    if (path.verdict === 'blocked' || this.whole) return path;
    const said = new Set<string>();
    const last = path.steps.length - 1;
    const steps = path.steps.map((step, at) => {
      const rest = at === last ? this.atGoal(step.to) : [];
      const fresh = [...this.#missing(step), ...rest].filter((one) => !said.has(one));
      if (fresh.length === 0) return step;
      for (const one of fresh) said.add(one);
      const known = step.condition === undefined ? [] : [step.condition];
      return { ...step, condition: [...known, ...new Set(fresh)].join('; ') };
    });
    return said.size === 0 ? path : { verdict: 'possible', steps };
  }

  principal(found: PrincipalPaths): PrincipalPaths {
    if (this.whole || (found.verdict !== 'proven' && found.verdict !== 'possible')) return found;
    const paths = found.paths.map((path) => this.path(path)).sort((a, b) => order[a.verdict] - order[b.verdict]);
    const proven =
      found.verdict === 'proven' &&
      (paths.length === 0 ? this.atGoal(found.arn).length === 0 : paths[0]?.verdict === 'proven');
    return { ...found, verdict: proven ? 'proven' : 'possible', paths };
  }

  entry(entry: Entry): Entry {
    const path = this.path(entry.path);
    return { ...entry, path, verdict: path.verdict === 'proven' ? 'proven' : 'possible' };
  }

  opening(opening: Opening): Opening {
    const { verdict, steps } = this.path({ verdict: opening.verdict, steps: [opening.step] });
    const [step = opening.step] = steps;
    return { ...opening, step, verdict: verdict === 'proven' ? 'proven' : 'possible' };
  }
}

const order: Readonly<Record<PathVerdict, number>> = { proven: 0, possible: 1, blocked: 2 };

/** Layers of which no word was read, each once. */
export const allUnread = (world: World, goal: GoalOf): PathsResult['unread'] => [
  ...new Set([...unreadLayers(world), ...goal.unread]),
];
