import type { WafRule } from '../../../src/services/wafv2/rules.ts';

const plain: WafRule = {
  name: 'rule',
  priority: 0,
  place: 'own',
  action: undefined,
  override: undefined,
  managed: undefined,
  group: undefined,
  overridden: [],
  metrics: true,
  ipSets: [],
};

/** A rule of the account's own. */
export const rule = (name: string, action: WafRule['action'], more: Partial<WafRule> = {}): WafRule => ({
  ...plain,
  name,
  action,
  ...more,
});
/** A group of AWS. */
export const managed = (
  name: string,
  override: WafRule['override'] = 'none',
  more: Partial<WafRule> = {},
): WafRule => ({
  ...plain,
  name,
  override,
  managed: { vendor: 'AWS', name, version: undefined },
  ...more,
});
export const ownGroup = 'arn:aws:wafv2:eu-west-1:111122223333:regional/rulegroup/partners/b1';
/** A rule group, of the account or of another one. */
export const group = (override: WafRule['override'] = 'none', more: Partial<WafRule> = {}): WafRule => ({
  ...plain,
  name: 'partners',
  override,
  group: ownGroup,
  ...more,
});
export const foreignGroup = 'arn:aws:wafv2:eu-west-1:999999999999:regional/rulegroup/theirs/b2';
export const core = managed('AWSManagedRulesCommonRuleSet');

export const details = (rules: readonly WafRule[], more: object = {}) => ({
  details: {
    default: 'allow' as 'allow' | 'block' | undefined,
    metrics: true as boolean | undefined,
    managed: false,
    rules,
    ...more,
  },
});
export const groups = (...rules: readonly WafRule[]) => ({ groups: { [ownGroup]: rules } });

/** A web ACL with the core rule set. */
export const acl = {
  id: 'a1',
  name: 'shop',
  arn: 'arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/shop/a1',
  scope: 'REGIONAL' as const,
  ...details([core]),
  groups: {},
};
