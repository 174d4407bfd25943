import { service } from '../../aws/service.ts';

export const cloudtrail = service<typeof import('@aws-sdk/client-cloudtrail')>({
  id: 'cloudtrail',
  sdkId: 'CloudTrail',
  // What it always sends: https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_Trail.html
  sends: {
    AdvancedEventSelector: ['FieldSelectors'],
    Event: ['CloudTrailEvent'],
    EventSelector: ['ReadWriteType'],
    GetTrailStatusResponse: ['IsLogging'],
    InsightSelector: ['InsightType'],
    LookupEventsResponse: ['Events'],
    Trail: ['TrailARN'],
  },
  load: () => import('./sdk.ts'),
});
