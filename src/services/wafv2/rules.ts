import type { FirewallManagerRuleGroup, OverrideAction, Rule, RuleAction, Statement } from '@aws-sdk/client-wafv2';

/** What a rule does with the requests that it matches. */
export type Action = 'allow' | 'block' | 'count' | 'captcha' | 'challenge' | 'monetize';

/** Where it stands: Firewall Manager's first and last groups are around the ACL's own rules. */
export type Place = 'first' | 'own' | 'last';

/** An IP set that a rule asks about. */
export interface IpSetUse {
  readonly arn: string;
  /** Who is *not* in the set matches. */
  readonly negated: boolean;
}

/** A rule of a web ACL or a rule group, without what it matches. */
export interface WafRule {
  readonly name: string | undefined;
  readonly priority: number | undefined;
  readonly place: Place;
  /** Of a rule that is no group; undefined where AWS sends an action of tomorrow. */
  readonly action: Action | undefined;
  /** Of a group: `none` leaves its rules as they are, `count` makes the whole of it count only. */
  readonly override: 'none' | 'count' | undefined;
  /** A group of AWS or of a seller in its marketplace. */
  readonly managed: ManagedGroup | undefined;
  /** The ARN of a rule group, of the account or of another one. */
  readonly group: string | undefined;
  /** Rules of the group that do something else here. */
  readonly overridden: readonly { readonly name: string | undefined; readonly action: Action | undefined }[];
  /** It stops whoever sends too much. Snapshots of earlier versions lack it. */
  readonly rateBased?: boolean;
  readonly metrics: boolean | undefined;
  readonly ipSets: readonly IpSetUse[];
}

export interface ManagedGroup {
  readonly vendor: string | undefined;
  readonly name: string | undefined;
  /** None where it follows the vendor's default. */
  readonly version: string | undefined;
}

const actionOf = (action: RuleAction | undefined): Action | undefined =>
  action?.Block !== undefined
    ? 'block'
    : action?.Allow !== undefined
      ? 'allow'
      : action?.Count !== undefined
        ? 'count'
        : action?.Captcha !== undefined
          ? 'captcha'
          : action?.Challenge !== undefined
            ? 'challenge'
            : action?.Monetize !== undefined
              ? 'monetize'
              : undefined;

const overrideOf = (override: OverrideAction | undefined) =>
  override?.None !== undefined ? 'none' : override?.Count !== undefined ? 'count' : undefined;

/** The group that a statement names, with what is changed of its rules. `ExcludedRules` is what overriding by Count was called before. */
const groupIn = (
  statement: Pick<Statement, 'ManagedRuleGroupStatement' | 'RuleGroupReferenceStatement'> | undefined,
) => {
  const managed = statement?.ManagedRuleGroupStatement;
  const reference = statement?.RuleGroupReferenceStatement;
  const one = managed ?? reference;
  return {
    managed:
      managed === undefined ? undefined : { vendor: managed.VendorName, name: managed.Name, version: managed.Version },
    group: reference?.ARN,
    overridden: [
      ...(one?.ExcludedRules ?? []).map(({ Name }) => ({ name: Name, action: 'count' as const })),
      ...(one?.RuleActionOverrides ?? []).map(({ Name, ActionToUse }) => ({
        name: Name,
        action: actionOf(ActionToUse),
      })),
    ],
  };
};

/** IP sets of a statement and of all that are in it. AWS nests statements a few deep; an answer that nests more is read no further. */
function ipSetsIn(statement: Statement | undefined, negated = false, depth = 0): IpSetUse[] {
  if (statement === undefined || depth > deepest) return [];
  const inner = (one: Statement | undefined, turned = negated) => ipSetsIn(one, turned, depth + 1);
  const arn = statement.IPSetReferenceStatement?.ARN;
  return [
    ...(arn === undefined ? [] : [{ arn, negated }]),
    ...(statement.AndStatement?.Statements ?? []).flatMap((one) => inner(one)),
    ...(statement.OrStatement?.Statements ?? []).flatMap((one) => inner(one)),
    ...inner(statement.NotStatement?.Statement, !negated),
    ...inner(statement.RateBasedStatement?.ScopeDownStatement),
    ...inner(statement.ManagedRuleGroupStatement?.ScopeDownStatement),
  ];
}
const deepest = 20;

/** A rule as it is kept. */
export const ruleOf = (rule: Rule): WafRule => ({
  name: rule.Name,
  priority: rule.Priority,
  place: 'own',
  action: actionOf(rule.Action),
  rateBased: rule.Statement?.RateBasedStatement !== undefined,
  override: overrideOf(rule.OverrideAction),
  ...groupIn(rule.Statement),
  metrics: rule.VisibilityConfig?.CloudWatchMetricsEnabled,
  ipSets: ipSetsIn(rule.Statement),
});

/** A group that Firewall Manager puts before or after the rules of the web ACL. */
export const managersRuleOf = (rule: FirewallManagerRuleGroup, place: Place): WafRule => ({
  name: rule.Name,
  priority: rule.Priority,
  place,
  action: undefined,
  rateBased: false,
  override: overrideOf(rule.OverrideAction),
  ...groupIn(rule.FirewallManagerStatement),
  metrics: rule.VisibilityConfig?.CloudWatchMetricsEnabled,
  ipSets: ipSetsIn(rule.FirewallManagerStatement?.ManagedRuleGroupStatement?.ScopeDownStatement),
});
