import { service } from '../../aws/service.ts';

export const kms = service<typeof import('@aws-sdk/client-kms')>({
  id: 'kms',
  sdkId: 'KMS',
  // What it always sends: https://docs.aws.amazon.com/kms/latest/APIReference/API_ListKeys.html
  sends: {
    AliasListEntry: ['AliasName'],
    DescribeKeyResponse: ['KeyMetadata'],
    GetKeyLastUsageResponse: ['KeyId', 'TrackingStartDate'],
    GetKeyPolicyResponse: ['Policy'],
    GetKeyRotationStatusResponse: ['KeyRotationEnabled'],
    GrantListEntry: ['GrantId', 'Operations'],
    KeyListEntry: ['KeyId', 'KeyArn'],
    KeyMetadata: ['KeyId'],
    ListAliasesResponse: ['Aliases'],
    ListGrantsResponse: ['Grants'],
    ListKeysResponse: ['Keys'],
  },
  load: () => import('./sdk.ts'),
});
