import { fail, pass, unknown, type Verdict } from '../../engine/check.ts';
import type { FacetsOf } from '../../inventory/resource.ts';
import type { firewallPolicy } from '../../services/networkfirewall/policy.ts';
import type { ruleGroup } from '../../services/networkfirewall/rule-group.ts';

type Policy = FacetsOf<typeof firewallPolicy>['details'];
type Group = { readonly arn: string } & FacetsOf<typeof ruleGroup>;

/** What a policy's stateful engine does with the traffic that is forwarded to it. */
export interface Engine {
  readonly groups: number;
  /** Rules of the account's own groups that drop or reject. */
  readonly stopping: number;
  /** Groups of others, such as AWS's, whose rules are not listed. */
  readonly foreign: number;
  /** Groups of those that are made to tell only. */
  readonly alertOnly: number;
  /** What no rule takes. */
  readonly otherwise: 'drop' | 'pass';
}

/** Default actions that drop what no rule takes, of all connections or of those that are established. */
const drops = (action: string): boolean => /^aws:drop_(strict|established|established_app_layer)$/.test(action);

/** Whether a policy drops what none of its stateful rules takes. */
export const dropsTheRest = ({ otherwise }: Policy): boolean => otherwise.some(drops);

/** @param groups the account's own rule groups, as far as they were read */
export function engineOf(policy: Policy, groups: readonly Group[]): Engine {
  const { stateful } = policy;
  const own = stateful.flatMap(({ arn }) => groups.find((group) => group.arn === arn) ?? []);
  return {
    groups: stateful.length,
    stopping: own.reduce((sum, { details: { rules } }) => {
      const { drop = 0, reject = 0 } = rules?.actions ?? {};
      return sum + drop + reject;
    }, 0),
    foreign: stateful.length - own.length,
    alertOnly: stateful.filter(({ override }) => override === 'DROP_TO_ALERT').length,
    otherwise: dropsTheRest(policy) ? 'drop' : 'pass',
  };
}

/** What happens to packets that no stateless rule takes. */
export function defaultAction(name: string, what: string, actions: readonly string[], policy: Policy): Verdict {
  const seen = { actions, engine: { groups: policy.stateful.length, otherwise: policy.otherwise } };
  if (actions.includes('aws:pass'))
    return fail(
      `Firewall policy ${name} passes ${what} that no stateless rule takes (${actions.join(', ')}); expected aws:drop or aws:forward_to_sfe`,
      seen,
    );
  if (actions.includes('aws:drop'))
    return pass(`Firewall policy ${name} drops ${what} that no stateless rule takes`, seen);
  if (!actions.includes('aws:forward_to_sfe'))
    return unknown(
      `firewall policy ${name} does ${actions.length === 0 ? 'nothing that AWS says' : actions.join(', ')} with ${what} that no stateless rule takes, which this version does not know`,
    );
  const empty = policy.stateful.length === 0 && !dropsTheRest(policy);
  return pass(
    `Firewall policy ${name} forwards ${what} to its stateful rules${empty ? ', of which it has none: they go through there' : ''}`,
    seen,
  );
}
