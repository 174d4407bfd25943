import { lacks } from '../lacks.ts';

export const fixes = {};

export const untried: Readonly<Record<string, string>> = {
  'xray-group-insights-enabled': lacks('xray', 'GetGroups'),
  'xray-resource-policy-not-public': lacks('xray', 'ListResourcePolicies'),
  'xray-sampling-rules-customized': lacks('xray', 'GetSamplingRules'),
  'xray-traces-encrypted-cmk': lacks('xray', 'GetEncryptionConfig'),
};
