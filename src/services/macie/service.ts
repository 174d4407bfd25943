import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonmacie.html */
export const macie = service<typeof import('@aws-sdk/client-macie2')>({
  id: 'macie',
  sdkId: 'Macie2',
  iamPrefix: 'macie2',
  missingIn: [
    'ap-east-2',
    'ap-south-2',
    'ap-southeast-3',
    'ap-southeast-4',
    'ap-southeast-5',
    'ap-southeast-6',
    'ap-southeast-7',
    'ca-west-1',
    'eu-central-2',
    'eu-south-2',
    'me-central-1',
    'mx-central-1',
  ],
  // What it always sends: https://docs.aws.amazon.com/macie/latest/APIReference/macie.html and its neighbours
  sends: {
    BucketMetadata: ['bucketName', 'bucketArn', 'accountId'],
    DescribeBucketsResponse: ['buckets'],
    GetAutomatedDiscoveryConfigurationResponse: ['status'],
    GetFindingsPublicationConfigurationResponse: ['securityHubConfiguration'],
    GetMacieSessionResponse: ['status'],
    ListFindingsResponse: ['findingIds'],
    SecurityHubConfiguration: ['publishClassificationFindings', 'publishPolicyFindings'],
  },
  load: () => import('./sdk.ts'),
});
