import { notApplicable, unknown, type Subject, type Verdict } from '../../engine/check.ts';
import { isShared, sharedReason } from '../../services/ec2/ownership.ts';
import type { ruleGroup } from '../../services/networkfirewall/rule-group.ts';
import type { GroupRules } from '../../services/networkfirewall/rules.ts';

const other = { STATEFUL: 'STATELESS', STATELESS: 'STATEFUL' } as const;

/** The verdict on the rules of a group of one kind: the other kind, and groups of other accounts, are not asked. */
export function judgeRules(
  group: Subject<typeof ruleGroup, 'details'>,
  kind: keyof typeof other,
  judge: (rules: GroupRules) => Verdict,
): Verdict {
  if (isShared(group)) return notApplicable(sharedReason(group));
  const {
    name,
    details: { type, rules },
  } = group;
  if (type === other[kind]) return notApplicable(`the rule group is ${type.toLowerCase()}`);
  if (type !== kind) return unknown(`AWS does not say whether rule group ${name} is ${kind.toLowerCase()}`);
  if (rules === undefined) return unknown(`AWS does not tell the rules of rule group ${name}`);
  return judge(rules);
}
