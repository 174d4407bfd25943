import { service } from '../../aws/service.ts';

/** Kinesis Data Streams. https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonkinesisdatastreams.html */
export const kinesis = service<typeof import('@aws-sdk/client-kinesis')>({
  id: 'kinesis',
  sdkId: 'Kinesis',
  // What it always sends, as its model requires: https://docs.aws.amazon.com/kinesis/latest/APIReference/API_StreamDescriptionSummary.html
  sends: {
    DescribeLimitsOutput: ['ShardLimit', 'OpenShardCount', 'OnDemandStreamCount', 'OnDemandStreamCountLimit'],
    DescribeStreamSummaryOutput: ['StreamDescriptionSummary'],
    GetResourcePolicyOutput: ['Policy'],
    // The summaries are not said to be required; whoever lists streams gets them beside the names:
    // https://docs.aws.amazon.com/kinesis/latest/APIReference/API_ListStreams.html
    ListStreamsOutput: ['StreamNames', 'StreamSummaries'],
    StreamDescriptionSummary: ['StreamName', 'StreamARN', 'StreamStatus', 'RetentionPeriodHours', 'EnhancedMonitoring'],
    StreamSummary: ['StreamName', 'StreamARN', 'StreamStatus'],
  },
  load: () => import('./sdk.ts'),
});
