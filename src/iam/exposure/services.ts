import { build, coversAction } from '../compile.ts';
import { type NamedPolicy, refOf } from '../layer.ts';
import type { Statement } from '../policy.ts';
import { NO, type Caller } from '../types.ts';
import type { KindAction } from './actions.ts';
import type { Setting } from './outsider.ts';
import { type Gate, tryOutsider } from './probe.ts';
import type { ServiceGrant } from './types.ts';

/**
 * Grants to AWS services, and whether any account can make the service use them: a service principal without
 * aws:SourceArn, aws:SourceAccount or an organisation condition is a confused deputy.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
export function serviceGrants(
  policies: readonly NamedPolicy[],
  actions: readonly KindAction[],
  gatesFor: (action: KindAction) => readonly (readonly Gate[])[],
  setting: Setting,
  /** Actions that a statement treats alike may differ, by policies of the organisation. */
  apart = false,
): ServiceGrant[] {
  const found: ServiceGrant[] = [];
  for (const policy of policies) {
    const denials = policy.policy.statements.filter((statement) => statement.effect === 'Deny');
    for (const statement of policy.policy.statements) {
      if (statement.effect !== 'Allow' || statement.notPrincipal) continue;
      for (const entry of statement.principals?.entries ?? []) {
        if (entry.type !== 'service') continue;
        setting.budget.left -= denials.length;
        const isSpent = setting.budget.left < 0;
        const isCovered = (one: KindAction): boolean => budgeted(setting, coversAction(statement, one.lower));
        const tried = isSpent ? [] : apart ? actions.filter(isCovered) : firstOf(actions, isCovered);
        const caller: Caller = { type: 'service', arn: entry.service };
        const only = isSpent ? policy : onlyThis(policy, statement, denials);
        const open =
          tried.length === 0 ||
          tried.some((action) =>
            gatesFor(action).some((gates) => {
              const narrowed = gates.map((one, at) => (at === 0 ? { ...one, policies: [only] } : one));
              const outsider = { caller, serviceFor: '999999999999', trusted: false };
              return (
                tryOutsider({ outsider, setting, action: action.lower, actionName: action.name, gates: narrowed })
                  .result !== NO
              );
            }),
          );
        found.push({
          service: entry.service,
          actions: statement.actions.texts,
          confusedDeputy: open,
          statement: refOf(policy, statement),
        });
      }
    }
  }
  return found;
}

/** The first that fits, as a list. */
function firstOf(actions: readonly KindAction[], fits: (one: KindAction) => boolean): KindAction[] {
  const found = actions.find(fits);
  return found === undefined ? [] : [found];
}

/** Counts one question asked. */
function budgeted(setting: Setting, answer: boolean): boolean {
  setting.budget.left -= 1;
  return answer;
}

/** The policy with one of its allowing statements and all its denials. */
const onlyThis = (policy: NamedPolicy, statement: Statement, denials: readonly Statement[]): NamedPolicy => ({
  name: policy.name,
  policy: build(policy.policy.version, [statement, ...denials], []),
});
