import { answers, here } from '../../answers.ts';
import { account, arnOf, daysAgo, otherAccount } from '../../facts.ts';

const policyOf = (end: number, PolicyName: string, SecurityServiceType: string, RemediationEnabled: boolean) => {
  const PolicyId = `00000000-0000-4000-8000-00000000000${end}`;
  return {
    PolicyId,
    PolicyArn: arnOf('fms', `policy/${PolicyId}`),
    PolicyName,
    ResourceType:
      SecurityServiceType === 'WAFV2' ? 'AWS::ElasticLoadBalancingV2::LoadBalancer' : 'AWS::EC2::SecurityGroup',
    SecurityServiceType,
    RemediationEnabled,
    DeleteUnusedFMManagedResources: false,
    PolicyStatus: 'ACTIVE',
  };
};
const web = policyOf(1, 'web-acls', 'WAFV2', true);
const groups = policyOf(2, 'open-groups', 'SECURITY_GROUPS_CONTENT_AUDIT', false);

/** Web ACLs are put everywhere; open groups are only told of, and one account has some. */
export default answers(
  'fms',
  {
    ListPolicies: here({ PolicyList: [web, groups] }),
    GetPolicy({ input }) {
      const found = input['PolicyId'] === groups.PolicyId ? groups : web;
      const { PolicyArn, SecurityServiceType, ...rest } = found;
      return {
        Policy: {
          ...rest,
          SecurityServicePolicyData: { Type: SecurityServiceType },
          ExcludeResourceTags: false,
          ...(found === groups ? { ExcludeMap: { ACCOUNT: [otherAccount] } } : {}),
        },
        PolicyArn,
      };
    },
    ListComplianceStatus: ({ input }) => ({
      PolicyComplianceStatusList: [account, otherAccount].map((MemberAccount) => {
        const bad = input['PolicyId'] === groups.PolicyId && MemberAccount === otherAccount;
        return {
          PolicyOwner: account,
          PolicyId: input['PolicyId'],
          MemberAccount,
          EvaluationResults: [
            {
              ComplianceStatus: bad ? 'NON_COMPLIANT' : 'COMPLIANT',
              ViolatorCount: bad ? 4 : 0,
              EvaluationLimitExceeded: false,
            },
          ],
          LastUpdated: daysAgo(1),
          IssueInfoMap: {},
        };
      }),
    }),
  },
  { 'AWS::FMS::Policy': web.PolicyId },
);
