import type { Account } from '../graph/types.ts';
import { diffOf, ESCALATION, withoutActions } from './diff.ts';
import type { Cut, Grant, PrincipalPaths } from './types.ts';

/** Cuts beyond these are left out: after the first few, another look at the account serves better. */
const MOST_CUTS = 20;

/** An action of a step, with the statements any of which allows it. */
interface Need {
  readonly action: string;
  readonly grants: Set<string>;
}

interface Candidate {
  readonly key: string;
  readonly grant: Grant;
  /** What it allows on each path. */
  readonly uses: Map<number, Need[]>;
  /** By action: whether it goes by a denial, which counts whatever else allows it. */
  readonly denied: Map<string, boolean>;
}

function isDenied({ grant, denied }: Candidate, action: string): boolean {
  let found = denied.get(action);
  if (found === undefined) {
    const { statements } = withoutActions(grant.statement.json, [action]);
    found = statements.some((one) => typeof one === 'object' && one !== null && 'Sid' in one && one.Sid === ESCALATION);
    denied.set(action, found);
  }
  return found;
}

/** Actions without any of which the path is gone, when the statement loses them. */
const cutting = (candidate: Candidate, at: number): string[] =>
  (candidate.uses.get(at) ?? [])
    .filter(({ action, grants }) => grants.has(candidate.key) && (grants.size === 1 || isDenied(candidate, action)))
    .map(({ action }) => action);

/** AWS's own policies cannot be edited, only detached, which costs more than one statement. */
const weightOf = (account: Account, { policy }: Grant): number =>
  account.policies.get(policy)?.awsManaged === true ? 0.5 : policy.startsWith('trust policy') ? 0.75 : 1;

/**
 * The fewest statements to change so that no path is left: the one that cuts most paths first. Only paths that exist are
 * cut; what is blocked already stays blocked.
 */
export function cutsOf(account: Account, principals: readonly PrincipalPaths[]): Cut[] {
  const paths = principals.flatMap(({ arn, admin, paths: own }) =>
    admin ? [] : own.filter(({ verdict }) => verdict !== 'blocked').map((path) => ({ arn, path })),
  );
  const candidates = new Map<string, Candidate>();
  for (const [at, { path }] of paths.entries()) {
    for (const { grants } of path.steps) {
      const needs = new Map<string, Need>();
      for (const grant of grants) {
        const key = `${grant.policy} ${grant.statement.index}`;
        let need = needs.get(`${grant.action} ${grant.resource}`);
        if (need === undefined) {
          need = { action: grant.action, grants: new Set() };
          needs.set(`${grant.action} ${grant.resource}`, need);
        }
        need.grants.add(key);
        let found = candidates.get(key);
        if (found === undefined)
          candidates.set(key, (found = { key, grant, uses: new Map(), denied: new Map<string, boolean>() }));
        const list = found.uses.get(at);
        if (list === undefined) found.uses.set(at, [need]);
        else list.push(need);
      }
    }
  }
  const left = new Set(paths.keys());
  const cuts: Cut[] = [];
  while (left.size > 0 && cuts.length < MOST_CUTS) {
    const best = bestOf(account, candidates.values(), left);
    if (best === undefined) break;
    const { candidate, cut, actions } = best;
    const used = fewest(actions);
    for (const at of cut) left.delete(at);
    for (const [at, needs] of candidate.uses)
      if (left.has(at)) for (const { action, grants } of needs) if (used.includes(action)) grants.delete(candidate.key);
    const remaining = new Set([...left].map((at) => paths[at]?.arn));
    const touched = new Set(cut.map((at) => paths[at]?.arn ?? ''));
    const { grant } = candidate;
    const after = withoutActions(grant.statement.json, used);
    const awsManaged = account.policies.get(grant.policy)?.awsManaged === true;
    cuts.push({
      policy: grant.policy,
      statement: grant.statement,
      actions: used,
      frees: [...touched].filter((arn) => !remaining.has(arn)).sort(),
      paths: cut.length,
      diff: diffOf(grant.policy, grant.statement.json, after),
      advice: awsManaged
        ? `detach ${grant.policy}, which AWS writes, and attach a policy of your own that leaves this out`
        : after.advice,
    });
  }
  return cuts;
}

interface Best {
  readonly candidate: Candidate;
  /** Paths that are gone without it. */
  readonly cut: readonly number[];
  /** For each path that it is about, the actions of which one has to go. */
  readonly actions: readonly ReadonlySet<string>[];
}

/** The statement that cuts most; where each step is allowed more than once, the one that the most steps rest on. */
function bestOf(account: Account, candidates: Iterable<Candidate>, left: ReadonlySet<number>): Best | undefined {
  let best: { score: number; candidate: Candidate; cut: number[] } | undefined;
  let half: { score: number; candidate: Candidate } | undefined;
  for (const candidate of candidates) {
    const weight = weightOf(account, candidate.grant);
    const cut: number[] = [];
    let partly = 0;
    for (const [at, needs] of candidate.uses) {
      if (!left.has(at)) continue;
      if (cutting(candidate, at).length > 0) cut.push(at);
      else if (needs.some(({ grants }) => grants.has(candidate.key))) partly += 1;
    }
    if (cut.length * weight > (best?.score ?? 0)) best = { candidate, cut, score: cut.length * weight };
    if (partly * weight > (half?.score ?? 0)) half = { candidate, score: partly * weight };
  }
  if (best !== undefined) {
    const { candidate, cut } = best;
    return { candidate, cut, actions: cut.map((at) => new Set(cutting(candidate, at))) };
  }
  if (half === undefined) return undefined;
  const { candidate } = half;
  const actions = [...candidate.uses].flatMap(([at, needs]) =>
    left.has(at) ? [new Set(needs.filter(({ grants }) => grants.has(candidate.key)).map(({ action }) => action))] : [],
  );
  return { candidate, cut: [], actions };
}

/** The fewest actions without which none of the paths is left: the one that most of them need first. */
function fewest(needed: readonly ReadonlySet<string>[]): string[] {
  const found: string[] = [];
  let left = needed.filter(({ size }) => size > 0);
  while (left.length > 0) {
    const counts = new Map<string, number>();
    for (const actions of left) for (const action of actions) counts.set(action, (counts.get(action) ?? 0) + 1);
    const [first] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    if (first === undefined) break;
    found.push(first[0]);
    left = left.filter((actions) => !actions.has(first[0]));
  }
  return found.sort();
}
