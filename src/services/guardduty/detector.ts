import { MalformedAnswer } from '../../aws/errors.ts';
import { resource } from '../../inventory/resource.ts';
import { detectorIdOf } from './detector-id.ts';
import { guardduty } from './service.ts';
import type { PublishingStatus } from '@aws-sdk/client-guardduty';

/** Stop counting findings here: one is enough to fail, and the console shows the rest. */
const countedFindings = 500;

/**
 * GuardDuty in a region: exactly one item, whether or not there is a detector. `detectorId` is undefined where GuardDuty
 * was never turned on, and so are all facets then.
 */
export const detector = resource(guardduty, 'AWS::GuardDuty::Detector', {
  calls: ['ListDetectors'],
  singleton: true,
  async *list(api) {
    const detectorId = await detectorIdOf(api);
    yield { id: detectorId ?? 'none', name: `GuardDuty in ${api.region}`, detectorId };
  },
  arn: ({ id }, { partition, region, account }) => `arn:${partition}:guardduty:${region}:${account}:detector/${id}`,
}).facets((facet) => ({
  detail: facet({
    calls: ['GetDetector'],
    async read(api, { detectorId }) {
      if (detectorId === undefined) return undefined;
      const { Status, FindingPublishingFrequency, Features, DataSources } = await api.call('GetDetector', {
        DetectorId: detectorId,
      });
      if (Status === undefined) throw new MalformedAnswer('GetDetector gives no status');
      return {
        /** DISABLED = suspended: the detector is there and looks at nothing. */
        status: Status,
        publishingFrequency: FindingPublishingFrequency,
        features: Features?.map(({ Name, Status, AdditionalConfiguration }) => ({
          name: Name,
          status: Status,
          additional: (AdditionalConfiguration ?? []).map((each) => ({ name: each.Name, status: each.Status })),
        })),
        /** What the answer said before there were features; still given for these three. */
        dataSources: {
          s3Logs: DataSources?.S3Logs?.Status,
          kubernetesAuditLogs: DataSources?.Kubernetes?.AuditLogs?.Status,
          ebsVolumes: DataSources?.MalwareProtection?.ScanEc2InstanceWithFindings?.EbsVolumes?.Status,
        },
      };
    },
  }),
  publishingDestinations: facet({
    calls: ['ListPublishingDestinations', 'DescribePublishingDestination'],
    often: { DescribePublishingDestination: 'per publishing destination' },
    async read(api, { detectorId }) {
      if (detectorId === undefined) return undefined;
      const found: {
        id: string;
        type: string | undefined;
        status: PublishingStatus | undefined;
        arn: string | undefined;
        keyArn: string | undefined;
      }[] = [];
      for await (const page of api.pages('ListPublishingDestinations', { DetectorId: detectorId })) {
        for (const { DestinationId } of page.Destinations ?? []) {
          if (DestinationId === undefined) continue;
          const detail = await api.call('DescribePublishingDestination', { DetectorId: detectorId, DestinationId });
          found.push({
            id: DestinationId,
            type: detail.DestinationType,
            status: detail.Status,
            arn: detail.DestinationProperties?.DestinationArn,
            keyArn: detail.DestinationProperties?.KmsKeyArn,
          });
        }
      }
      return found;
    },
  }),
  highFindings: facet({
    calls: ['ListFindings'],
    async read(api, { detectorId }) {
      if (detectorId === undefined) return undefined;
      // High is 7.0 to 8.9, critical 9.0 to 10.0 (https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings-severity.html).
      const criterion = { severity: { GreaterThanOrEqual: 7 }, 'service.archived': { Equals: ['false'] } };
      const ids: string[] = [];
      for await (const { FindingIds } of api.pages('ListFindings', {
        DetectorId: detectorId,
        FindingCriteria: { Criterion: criterion },
        SortCriteria: { AttributeName: 'severity', OrderBy: 'DESC' },
        MaxResults: 50,
      })) {
        if (FindingIds === undefined) throw new MalformedAnswer('ListFindings gives no findingIds');
        ids.push(...FindingIds);
        if (ids.length >= countedFindings) break;
      }
      /** `more`: there may be more than were counted. `worst`: ids of the most severe. */
      return { count: ids.length, more: ids.length >= countedFindings, worst: ids.slice(0, 10) };
    },
  }),
  /**
   * The account that administers GuardDuty for this one; none where it stands alone or administers itself
   * (https://docs.aws.amazon.com/guardduty/latest/APIReference/API_GetAdministratorAccount.html).
   */
  administrator: facet({
    calls: ['GetAdministratorAccount'],
    async read(api, { detectorId }) {
      if (detectorId === undefined) return undefined;
      const { Administrator } = await api.call('GetAdministratorAccount', { DetectorId: detectorId });
      return Administrator?.AccountId === undefined
        ? undefined
        : { account: Administrator.AccountId, relationship: Administrator.RelationshipStatus };
    },
  }),
}));
