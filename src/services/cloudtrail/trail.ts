import type { GetTrailStatusResponse } from '@aws-sdk/client-cloudtrail';
import type { Api } from '../../aws/api.ts';
import { MalformedAnswer } from '../../aws/errors.ts';
import { resource } from '../../inventory/resource.ts';
import { eventSelectorsOf } from './event-selectors.ts';
import { cloudtrail } from './service.ts';

/** Everything a region shows, asked for once: its own trails, and the shadows of those that reach into it. */
const trailsSeen = (api: Api<typeof import('@aws-sdk/client-cloudtrail'), 'DescribeTrails'>) =>
  api.once('trails', async () => (await api.call('DescribeTrails', { includeShadowTrails: true })).trailList ?? []);

/**
 * A trail, listed in its home region only: every region shows a multi-region trail, and every member account an
 * organization trail (https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DescribeTrails.html).
 * A trail of another account is told by its ARN.
 */
export const trail = resource(cloudtrail, 'AWS::CloudTrail::Trail', {
  calls: ['DescribeTrails'],
  narrows: { DescribeTrails: { trailNameList: 'unless given', includeShadowTrails: 'asked' } },
  async *list(api) {
    for (const seen of await trailsSeen(api)) {
      const { Name, TrailARN, HomeRegion } = seen;
      if (Name === undefined || TrailARN === undefined || HomeRegion !== api.region) continue;
      yield {
        id: Name,
        arn: TrailARN,
        region: HomeRegion,
        // DescribeTrails always tells these; `false` is what it says of a trail that was made without.
        multiRegion: seen.IsMultiRegionTrail === true,
        organization: seen.IsOrganizationTrail === true,
        logFileValidation: seen.LogFileValidationEnabled === true,
        kmsKeyId: seen.KmsKeyId,
        bucket: seen.S3BucketName,
        logGroupArn: seen.CloudWatchLogsLogGroupArn,
      };
    }
  },
}).facets((facet) => ({
  status: facet({
    calls: ['GetTrailStatus'],
    async read(api, { arn }) {
      // By ARN, since a member account cannot name an organization trail otherwise.
      const answer = await api.call('GetTrailStatus', { Name: arn });
      if (answer.IsLogging === undefined)
        throw new MalformedAnswer('GetTrailStatus does not say whether it is logging');
      return {
        logging: answer.IsLogging,
        /** When it was last turned on. */
        startedAt: answer.StartLoggingTime?.toISOString(),
        latestDeliveryAt: answer.LatestDeliveryTime?.toISOString(),
        latestDeliveryError: failureOf(answer),
        latestLogGroupDeliveryAt: answer.LatestCloudWatchLogsDeliveryTime?.toISOString(),
        latestLogGroupDeliveryError: textOf(answer.LatestCloudWatchLogsDeliveryError),
      };
    },
  }),
  /** What unusual activity it looks for; absent where it looks for none. */
  insights: facet.call('GetInsightSelectors', {
    input: ({ arn }) => ({ TrailName: arn }),
    absentOn: ['InsightNotEnabledException'],
    /** None where the list is empty or left out. */
    keep: ({ InsightSelectors: all }) => ({
      types: all?.map(({ InsightType }) => InsightType).join(', ') || undefined,
    }),
  }),
  selectors: facet.call('GetEventSelectors', { input: ({ arn }) => ({ TrailName: arn }), keep: eventSelectorsOf }),
}));

/**
 * What kept CloudTrail from delivering the last time. The error of an attempt before the one that succeeded is over; AWS
 * still gives the two times, in fields it calls no longer in use
 * (https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetTrailStatus.html).
 */
function failureOf({
  LatestDeliveryError,
  LatestDeliveryAttemptTime,
  LatestDeliveryAttemptSucceeded,
}: GetTrailStatusResponse): string | undefined {
  const attempted = Date.parse(LatestDeliveryAttemptTime ?? '');
  const succeeded = Date.parse(LatestDeliveryAttemptSucceeded ?? '');
  return succeeded >= attempted ? undefined : textOf(LatestDeliveryError);
}

const textOf = (text: string | undefined): string | undefined => (text === '' ? undefined : text);

/**
 * A trail as another region than its own shows it. Costs no call of its own; tells a check that a trail exists whose
 * home region was not read.
 */
export const shadowTrail = resource(cloudtrail, 'AWS::CloudTrail::ShadowTrail', {
  calls: ['DescribeTrails'],
  narrows: { DescribeTrails: { trailNameList: 'unless given', includeShadowTrails: 'asked' } },
  async *list(api) {
    for (const { Name, TrailARN, HomeRegion, IsOrganizationTrail } of await trailsSeen(api)) {
      if (Name === undefined || TrailARN === undefined || HomeRegion === undefined || HomeRegion === api.region)
        continue;
      yield { id: Name, arn: TrailARN, homeRegion: HomeRegion, organization: IsOrganizationTrail === true };
    }
  },
});
