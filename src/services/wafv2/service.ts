import { service } from '../../aws/service.ts';

/**
 * Regional; what is for CloudFront has a scope of its own, which us-east-1 answers
 * (https://docs.aws.amazon.com/waf/latest/APIReference/API_ListWebACLs.html).
 */
export const wafv2 = service<typeof import('@aws-sdk/client-wafv2')>({
  id: 'wafv2',
  sdkId: 'WAFV2',
  // What it always sends, as its model requires of what is in the answers: https://docs.aws.amazon.com/waf/latest/APIReference/API_WebACL.html
  sends: {
    GetIPSetResponse: ['IPSet'],
    GetRuleGroupResponse: ['RuleGroup'],
    GetWebACLResponse: ['WebACL'],
    IPSet: ['Name', 'Id', 'ARN', 'IPAddressVersion', 'Addresses'],
    IPSetSummary: ['Name', 'Id', 'ARN'],
    ListAvailableManagedRuleGroupVersionsResponse: ['Versions'],
    ListIPSetsResponse: ['IPSets'],
    ListLoggingConfigurationsResponse: ['LoggingConfigurations'],
    ListResourcesForWebACLResponse: ['ResourceArns'],
    ListWebACLsResponse: ['WebACLs'],
    LoggingConfiguration: ['ResourceArn', 'LogDestinationConfigs'],
    ManagedRuleGroupVersion: ['Name'],
    RuleGroup: ['Name', 'Id', 'ARN'],
    WebACL: ['Name', 'Id', 'ARN', 'DefaultAction', 'VisibilityConfig'],
    WebACLSummary: ['Name', 'Id', 'ARN'],
  },
  load: () => import('./sdk.ts'),
});
