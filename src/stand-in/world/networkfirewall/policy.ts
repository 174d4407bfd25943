import { answers, here } from '../../answers.ts';
import { arnOf } from '../../facts.ts';

const arn = (rest: string) => arnOf('network-firewall', rest);

/** `egress` drops what nothing names, `lab` lets everything through and has no rules. */
export default answers(
  'network-firewall',
  {
    ListFirewallPolicies: here({
      FirewallPolicies: ['egress', 'lab'].map((Name) => ({ Name, Arn: arn(`firewall-policy/${Name}`) })),
    }),
    DescribeFirewallPolicy: ({ input: { FirewallPolicyArn } }) => {
      const name = String(FirewallPolicyArn).split('/').at(-1);
      return {
        UpdateToken: '00000000-0000-4000-8000-0000000000e2',
        FirewallPolicyResponse: {
          FirewallPolicyName: name,
          FirewallPolicyArn,
          FirewallPolicyId: '00000000-0000-4000-8000-0000000000f2',
        },
        FirewallPolicy:
          name === 'egress'
            ? {
                StatelessDefaultActions: ['aws:forward_to_sfe'],
                StatelessFragmentDefaultActions: ['aws:drop'],
                StatefulRuleGroupReferences: [
                  { ResourceArn: arn('stateful-rulegroup/domains'), Priority: 1 },
                  {
                    ResourceArn:
                      'arn:aws:network-firewall:us-east-1:aws-managed:stateful-rulegroup/ThreatSignaturesBotnetStrictOrder',
                    Priority: 2,
                    Override: { Action: 'DROP_TO_ALERT' },
                  },
                  {
                    ResourceArn:
                      'arn:aws:network-firewall:us-east-1:aws-managed:stateful-rulegroup/MalwareDomainsStrictOrder',
                    Priority: 3,
                  },
                ],
                StatefulDefaultActions: ['aws:drop_established', 'aws:alert_established'],
                StatefulEngineOptions: { RuleOrder: 'STRICT_ORDER' },
              }
            : { StatelessDefaultActions: ['aws:pass'], StatelessFragmentDefaultActions: ['aws:pass'] },
      };
    },
  },
  { 'AWS::NetworkFirewall::FirewallPolicy': 'egress' },
);
