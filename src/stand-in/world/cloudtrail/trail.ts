import { answers } from '../../answers.ts';
import { arnOf, daysAgo, mainRegion } from '../../facts.ts';

const TrailARN = arnOf('cloudtrail', 'trail/main');

export default answers('cloudtrail', {
  DescribeTrails: {
    trailList: [
      {
        Name: 'main',
        S3BucketName: 'acme-trail',
        IncludeGlobalServiceEvents: true,
        IsMultiRegionTrail: true,
        HomeRegion: mainRegion,
        TrailARN,
        LogFileValidationEnabled: true,
        CloudWatchLogsLogGroupArn: arnOf('logs', 'log-group:trail:*'),
        HasCustomEventSelectors: false,
        IsOrganizationTrail: false,
      },
    ],
  },
  GetTrailStatus: {
    IsLogging: true,
    StartLoggingTime: daysAgo(300),
    LatestDeliveryTime: daysAgo(0),
    LatestCloudWatchLogsDeliveryTime: daysAgo(0),
  },
  GetInsightSelectors: { TrailARN, InsightSelectors: [{ InsightType: 'ApiCallRateInsight' }] },
  GetEventSelectors: {
    TrailARN,
    EventSelectors: [{ ReadWriteType: 'All', IncludeManagementEvents: true, DataResources: [] }],
  },
});
