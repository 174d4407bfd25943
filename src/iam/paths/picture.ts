import { shortName } from './summary.ts';
import type { Path, PathsResult, PathStep, PathVerdict } from './types.ts';

export interface PictureNode {
  readonly key: string;
  readonly label: string;
  readonly kind: 'outside' | 'administrator' | 'principal' | 'resource';
  /** Longest way to the goal: the column, counted from the right. */
  column: number;
}

export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly edge: string;
  /** What the step is, in words. */
  readonly title: string;
  readonly verdict: PathVerdict;
}

/** More principals than these do not make a picture. */
const MOST = 40;
const GOAL = 'goal';

const better: Record<PathVerdict, number> = { proven: 2, possible: 1, blocked: 0 };

/** The best path of each principal and entry as one graph without doubles; `left` principals did not fit. */
export function arrowsOf(result: PathsResult): { nodes: PictureNode[]; arrows: Arrow[]; left: number } {
  const nodes = new Map<string, PictureNode>();
  const arrows = new Map<string, Arrow>();
  const administrator = result.target.endsWith(':root');
  const goal: PictureNode = {
    key: GOAL,
    label: administrator ? 'administrator' : shortName(result.target),
    kind: 'administrator',
    column: 0,
  };
  nodes.set(GOAL, goal);
  const admins = new Set(result.principals.filter(({ admin }) => admin).map(({ arn }) => arn));
  const node = (arn: string, outside: boolean): PictureNode => {
    if (arn === result.target) return goal;
    let found = nodes.get(arn);
    if (found === undefined) {
      const principal = /:iam::[^:]*:(user|role|group)\//.test(arn);
      nodes.set(
        arn,
        (found = {
          key: arn,
          label: shortName(arn),
          kind: outside ? 'outside' : principal ? 'principal' : 'resource',
          column: 1,
        }),
      );
    }
    return found;
  };
  const arrow = (from: string, to: string, step: Pick<PathStep, 'edge' | 'title'>, verdict: PathVerdict): void => {
    if (from === to) return;
    const { edge, title } = step;
    const key = `${from} ${to} ${edge}`;
    const known = arrows.get(key);
    if (known === undefined || better[verdict] > better[known.verdict])
      arrows.set(key, { from, to, edge, title, verdict });
  };
  const draw = (path: Path, outside: boolean): void => {
    let at = node(path.steps[0]?.from ?? '', outside);
    for (const [index, step] of path.steps.entries()) {
      const last = index === path.steps.length - 1;
      // a step on oneself, or on a policy, ends at whoever gains by it: the next step's caller, or the goal
      const next = path.steps[index + 1];
      const to = last
        ? admins.has(step.to) && step.to !== step.from
          ? node(step.to, false)
          : goal
        : node(next?.from ?? step.to, false);
      arrow(at.key, to.key, step, path.verdict);
      if (last && to !== goal) arrow(to.key, GOAL, { edge: 'is', title: 'is' }, 'proven');
      at = to;
    }
  };
  const found = result.principals.filter(
    (one) => one.paths.length > 0 && one.verdict !== 'blocked' && !(administrator && one.admin),
  );
  for (const entry of result.entries.slice(0, MOST)) draw(entry.path, true);
  for (const one of found.slice(0, MOST)) {
    const [path] = one.paths;
    if (path !== undefined) draw(path, false);
  }
  setColumns(nodes, [...arrows.values()]);
  return { nodes: [...nodes.values()], arrows: [...arrows.values()], left: Math.max(0, found.length - MOST) };
}

/** Each node stands left of everything it leads to; a circle ends after as many rounds as there are nodes. */
function setColumns(nodes: ReadonlyMap<string, PictureNode>, arrows: readonly Arrow[]): void {
  for (let round = 0; round < Math.min(nodes.size, 12); round++) {
    let moved = false;
    for (const { from, to } of arrows) {
      const a = nodes.get(from);
      const b = nodes.get(to);
      if (a === undefined || b === undefined || a.key === GOAL || a.column > b.column) continue;
      a.column = b.column + 1;
      moved = true;
    }
    if (!moved) return;
  }
}
