import { listed } from '../../inventory/listed.ts';
import { arnAccount } from '../../text/arn.ts';
import { networkfirewall } from './service.ts';

/** What firewalls do with traffic: rule groups, and what happens to what none of them takes. */
export const firewallPolicy = listed(networkfirewall, 'AWS::NetworkFirewall::FirewallPolicy', 'ListFirewallPolicies', {
  at: 'FirewallPolicies',
  input: { MaxResults: 100 },
  id: ({ Name }) => Name,
  keep: { arn: 'Arn', ownerId: ({ Arn }) => arnAccount(Arn) },
  label: ({ name }) => `Firewall policy ${name}`,
  references: ['https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-policies.html'],
}).facets((facet) => ({
  details: facet.call('DescribeFirewallPolicy', {
    input: ({ arn }) => ({ FirewallPolicyArn: arn }),
    keep: ({ FirewallPolicy: found }) => ({
      /** `aws:pass`, `aws:drop` or `aws:forward_to_sfe`, and custom actions beside it. */
      full: found?.StatelessDefaultActions ?? [],
      fragments: found?.StatelessFragmentDefaultActions ?? [],
      stateless: (found?.StatelessRuleGroupReferences ?? []).flatMap(({ ResourceArn }) => ResourceArn ?? []),
      stateful: (found?.StatefulRuleGroupReferences ?? []).map(({ ResourceArn, Override }) => ({
        arn: ResourceArn,
        /** Rules that drop only tell, in a group of AWS that is made to: `DROP_TO_ALERT`. */
        override: Override?.Action,
      })),
      /** `STRICT_ORDER`, or by action: what is passed first, then what is dropped. */
      order: found?.StatefulEngineOptions?.RuleOrder,
      /** With a strict order alone: without any, what no rule takes goes through. */
      otherwise: found?.StatefulDefaultActions ?? [],
    }),
  }),
}));
