import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsx-ray.html */
export const xray = service<typeof import('@aws-sdk/client-xray')>({
  id: 'xray',
  sdkId: 'XRay',
  // What it always sends: https://docs.aws.amazon.com/xray/latest/api/API_GetEncryptionConfig.html and its neighbours
  sends: {
    GetEncryptionConfigResult: ['EncryptionConfig'],
    GetGroupsResult: ['Groups'],
    GetSamplingRulesResult: ['SamplingRuleRecords'],
    SamplingRule: ['RuleName', 'FixedRate', 'ReservoirSize'],
    SamplingRuleRecord: ['SamplingRule'],
    GroupSummary: ['GroupName', 'GroupARN'],
    ListResourcePoliciesResult: ['ResourcePolicies'],
    ResourcePolicy: ['PolicyName', 'PolicyDocument'],
  },
  load: () => import('./sdk.ts'),
});
