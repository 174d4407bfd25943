import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsnetworkfirewall.html */
export const networkfirewall = service<typeof import('@aws-sdk/client-network-firewall')>({
  id: 'networkfirewall',
  sdkId: 'Network Firewall',
  iamPrefix: 'network-firewall',
  // What it always sends, as its model requires of most: https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_Firewall.html
  sends: {
    DescribeFirewallPolicyResponse: ['FirewallPolicyResponse', 'FirewallPolicy'],
    DescribeFirewallResponse: ['Firewall'],
    DescribeVpcEndpointAssociationResponse: ['VpcEndpointAssociation'],
    DescribeRuleGroupResponse: ['RuleGroupResponse', 'RuleGroup'],
    FirewallMetadata: ['FirewallName', 'FirewallArn'],
    FirewallPolicy: ['StatelessDefaultActions', 'StatelessFragmentDefaultActions'],
    FirewallPolicyMetadata: ['Name', 'Arn'],
    ListFirewallPoliciesResponse: ['FirewallPolicies'],
    ListFirewallsResponse: ['Firewalls'],
    ListRuleGroupsResponse: ['RuleGroups'],
    ListVpcEndpointAssociationsResponse: ['VpcEndpointAssociations'],
    RuleGroup: ['RulesSource'],
    RuleGroupMetadata: ['Name', 'Arn'],
    VpcEndpointAssociation: ['VpcEndpointAssociationArn', 'FirewallArn', 'VpcId', 'SubnetMapping'],
    VpcEndpointAssociationMetadata: ['VpcEndpointAssociationArn'],
  },
  load: () => import('./sdk.ts'),
});
