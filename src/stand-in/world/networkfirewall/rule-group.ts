import { answers, here } from '../../answers.ts';
import { arnOf } from '../../facts.ts';

const arn = (rest: string) => arnOf('network-firewall', rest);
const ids = [
  'stateful-rulegroup/domains',
  'stateful-rulegroup/try-out',
  'stateless-rulegroup/ssh',
  'stateless-rulegroup/later',
];

const sourceOf = (id: string): object => {
  if (id === 'stateful-rulegroup/domains')
    return {
      RulesString:
        '# partners\npass tls $HOME_NET any -> any 443 (tls.sni; content:"partner.example"; endswith; sid:1;)\ndrop ip any any -> 203.0.113.0/24 any (msg:"known; bad"; sid:2;)',
    };
  if (id === 'stateful-rulegroup/try-out')
    return {
      StatefulRules: [
        {
          Action: 'PASS',
          Header: {
            Protocol: 'IP',
            Source: 'ANY',
            SourcePort: 'ANY',
            Direction: 'ANY',
            Destination: 'ANY',
            DestinationPort: 'ANY',
          },
          RuleOptions: [{ Keyword: 'sid', Settings: ['1'] }],
        },
      ],
    };
  const rule = {
    Priority: 1,
    RuleDefinition: {
      MatchAttributes: {
        Sources: [{ AddressDefinition: '0.0.0.0/0' }],
        DestinationPorts: [{ FromPort: 22, ToPort: 22 }],
      },
      Actions: ['aws:drop'],
    },
  };
  return { StatelessRulesAndCustomActions: { StatelessRules: id.endsWith('/ssh') ? [rule] : [] } };
};

export default answers(
  'network-firewall',
  {
    ListRuleGroups: here({ RuleGroups: ids.map((id) => ({ Name: id.split('/')[1], Arn: arn(id) })) }),
    DescribeRuleGroup: ({ input: { RuleGroupArn } }) => {
      const id = String(RuleGroupArn).split(':').at(-1) ?? '';
      return {
        UpdateToken: '00000000-0000-4000-8000-0000000000e3',
        RuleGroup: { RulesSource: sourceOf(id) },
        RuleGroupResponse: {
          RuleGroupArn,
          RuleGroupName: id.split('/')[1],
          RuleGroupId: '00000000-0000-4000-8000-0000000000f3',
          Type: id.startsWith('stateful') ? 'STATEFUL' : 'STATELESS',
        },
      };
    },
  },
  { 'AWS::NetworkFirewall::RuleGroup': 'stateful-rulegroup/domains' },
);
