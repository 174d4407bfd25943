import type { CollectionHeader, Inventory } from '../inventory/inventory.ts';
import type { DeniedBy, Outcome } from '../aws/outcome.ts';
import { describeGap } from '../aws/outcome.ts';
import { actionsOfPlan } from '../inventory/plan.ts';
import type { Plan } from '../inventory/plan.ts';

/** What was found out about one IAM action. */
export type ActionState = 'allowed' | 'denied' | 'failed' | 'untested';

export interface ActionAnswer {
  readonly state: ActionState;
  /** In words, of a denial or failure. */
  readonly cause?: string;
  readonly deniedBy?: DeniedBy;
  /** Of a failure. */
  readonly code?: string;
}

const rank: Record<ActionState, number> = { untested: 0, allowed: 1, failed: 2, denied: 3 };

/**
 * What each needed action answered, from one list per type and the first resource of it; the worst answer counts.
 * @param regionGap why the account's list of regions could not be read, if so
 */
export function actionAnswers(
  plan: Plan,
  inventory: Inventory,
  regionGap?: CollectionHeader['regionGap'],
): Map<string, ActionAnswer> {
  const answers = new Map<string, ActionAnswer>(actionsOfPlan(plan).map((action) => [action, { state: 'untested' }]));
  const note = (actions: readonly string[], answer: ActionAnswer): void => {
    for (const action of actions)
      if (rank[answer.state] > rank[answers.get(action)?.state ?? 'untested']) answers.set(action, answer);
  };
  for (const { type, facets } of plan) {
    for (const { result } of inventory.listings(type)) {
      note(type.actions, answerOf(result));
      if (result.kind !== 'present') continue;
      for (const record of result.records) {
        for (const facet of facets) {
          const outcome = record.outcomes[facet];
          if (outcome === undefined) continue;
          // what a facet rests on may be what was denied
          const blamed = 'actions' in outcome && outcome.actions.length > 0 ? outcome.actions : undefined;
          note(blamed ?? type.facetDefs[facet]?.actions ?? [], answerOf(outcome));
        }
      }
    }
  }
  if (regionGap !== undefined) {
    const { actions, cause, deniedBy = 'unspecified', code = '' } = regionGap;
    if (actions.length > 0) note(actions, { state: 'denied', cause, deniedBy });
    else note(['ec2:DescribeRegions'], { state: 'failed', cause, code });
  }
  return answers;
}

function answerOf(outcome: Pick<Outcome, 'kind'>): ActionAnswer {
  const known = outcome as Outcome;
  switch (known.kind) {
    case 'denied':
      return { state: 'denied', cause: describeGap(known), deniedBy: known.by };
    case 'failed':
      return { state: 'failed', cause: describeGap(known), code: known.code };
    case 'unsupported':
      return { state: 'untested' };
    case 'present':
    case 'absent':
      return { state: 'allowed' };
  }
}
