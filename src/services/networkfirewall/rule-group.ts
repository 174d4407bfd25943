import { listed } from '../../inventory/listed.ts';
import { arnAccount } from '../../text/arn.ts';
import { rulesOf } from './rules.ts';
import { networkfirewall } from './service.ts';

/** A rule group of the account; those of AWS and its partners are not listed. */
export const ruleGroup = listed(networkfirewall, 'AWS::NetworkFirewall::RuleGroup', 'ListRuleGroups', {
  at: 'RuleGroups',
  input: { MaxResults: 100, Scope: 'ACCOUNT' },
  // All of these choose among groups of AWS and its partners: https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_ListRuleGroups.html
  narrows: { ManagedType: 'unless given', SubscriptionStatus: 'unless given', Type: 'unless given' },
  // Groups of both kinds may have one name.
  id: ({ Arn }) => Arn?.slice(Arn.lastIndexOf(':') + 1),
  keep: { name: 'Name', arn: 'Arn', ownerId: ({ Arn }) => arnAccount(Arn) },
  label: ({ name }) => `Rule group ${name}`,
  references: ['https://docs.aws.amazon.com/network-firewall/latest/developerguide/rule-groups.html'],
}).facets((facet) => ({
  details: facet.call('DescribeRuleGroup', {
    input: ({ arn }) => ({ RuleGroupArn: arn }),
    keep: ({ RuleGroup: found, RuleGroupResponse: about }) => ({
      /** `STATEFUL` or `STATELESS`. */
      type: about?.Type,
      rules: found === undefined ? undefined : rulesOf(found),
    }),
  }),
}));
