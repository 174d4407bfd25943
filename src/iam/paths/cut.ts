import type { Account } from '../graph/types.ts';
import { diffOf, withoutActions } from './diff.ts';
import type { Cut, Grant, PrincipalPaths } from './types.ts';

/** Cuts beyond these are left out: after the first few, another look at the account serves better. */
const MOST_CUTS = 20;

interface Candidate {
  readonly grant: Grant;
  readonly actions: Set<string>;
  readonly paths: Set<number>;
}

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
      for (const grant of grants) {
        const key = `${grant.policy} ${grant.statement.index}`;
        let found = candidates.get(key);
        if (found === undefined) candidates.set(key, (found = { grant, actions: new Set(), paths: new Set() }));
        found.actions.add(grant.action);
        found.paths.add(at);
      }
    }
  }
  const left = new Set(paths.keys());
  const cuts: Cut[] = [];
  while (left.size > 0 && cuts.length < MOST_CUTS) {
    let best: { candidate: Candidate; score: number; cut: number[] } | undefined;
    for (const candidate of candidates.values()) {
      const cut = [...candidate.paths].filter((at) => left.has(at));
      const score = cut.length * weightOf(account, candidate.grant);
      if (score > (best?.score ?? 0)) best = { candidate, score, cut };
    }
    if (best === undefined) break;
    for (const at of best.cut) left.delete(at);
    const remaining = new Set([...left].map((at) => paths[at]?.arn));
    const touched = new Set(best.cut.map((at) => paths[at]?.arn ?? ''));
    const { grant } = best.candidate;
    const used = fewest(
      best.cut.map(
        (at) =>
          new Set(
            paths[at]?.path.steps.flatMap(({ grants }) =>
              grants
                .filter((one) => one.policy === grant.policy && one.statement.index === grant.statement.index)
                .map(({ action }) => action),
            ),
          ),
      ),
    );
    const after = withoutActions(grant.statement.json, used);
    const awsManaged = account.policies.get(grant.policy)?.awsManaged === true;
    cuts.push({
      policy: grant.policy,
      statement: grant.statement,
      actions: used,
      frees: [...touched].filter((arn) => !remaining.has(arn)).sort(),
      paths: best.cut.length,
      diff: diffOf(grant.policy, grant.statement.json, after),
      advice: awsManaged
        ? `detach ${grant.policy}, which AWS writes, and attach a policy of your own that leaves this out`
        : after.advice,
    });
  }
  return cuts;
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
