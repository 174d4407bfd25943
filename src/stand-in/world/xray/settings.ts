import { answers, here } from '../../answers.ts';
import { arnOf, keyArn, mainRegion, policy } from '../../facts.ts';

const group = (GroupName: string, InsightsEnabled: boolean) => ({
  GroupName,
  GroupARN: arnOf('xray', `group/${GroupName}/0A1B2C3D`),
  FilterExpression: '',
  InsightsConfiguration: { InsightsEnabled, NotificationsEnabled: false },
});
const rule = (RuleName: string, FixedRate: number, ReservoirSize: number) => ({
  SamplingRule: { RuleName, FixedRate, ReservoirSize, Priority: RuleName === 'Default' ? 10_000 : 100, Version: 1 },
});
const resourcePolicy = (PolicyName: string, principal: object) => ({
  PolicyName,
  PolicyDocument: policy({ Effect: 'Allow', Action: 'xray:PutTraceSegments', Resource: '*', ...principal }),
  PolicyRevisionId: '1',
});

/** Encrypted with a key of the account in the main region, and with X-Ray's own elsewhere. */
export default answers(
  'xray',
  {
    GetEncryptionConfig: ({ region }) => ({
      EncryptionConfig:
        region === mainRegion ? { Type: 'KMS', KeyId: keyArn, Status: 'ACTIVE' } : { Type: 'NONE', Status: 'ACTIVE' },
    }),
    GetSamplingRules: ({ region }) => ({
      SamplingRuleRecords: [...(region === mainRegion ? [rule('checkout', 0.5, 10)] : []), rule('Default', 0.05, 1)],
    }),
    GetGroups: here({ Groups: [group('shop', true), group('Default', false)] }),
    ListResourcePolicies: here({
      ResourcePolicies: [
        resourcePolicy('topics', { Principal: { Service: 'sns.amazonaws.com' } }),
        resourcePolicy('everybody', { Principal: '*' }),
      ],
    }),
  },
  { 'AWS::XRay::Group': 'shop', 'AWS::XRay::ResourcePolicy': 'topics' },
);
