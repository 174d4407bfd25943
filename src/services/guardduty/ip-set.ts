import { resource } from '../../inventory/resource.ts';
import { detectorIdOf } from './detector-id.ts';
import { guardduty } from './service.ts';

/** A list of addresses that GuardDuty trusts. What is in it stands in a file in S3, which GuardDuty does not show. */
export const ipSet = resource(guardduty, 'AWS::GuardDuty::IPSet', {
  calls: ['ListDetectors', 'ListIPSets'],
  resumable: 'ListIPSets',
  async *list(api) {
    const detectorId = await detectorIdOf(api);
    if (detectorId === undefined) return;
    for await (const { IpSetIds } of api.pages('ListIPSets', { DetectorId: detectorId, MaxResults: 50 })) {
      for (const id of IpSetIds ?? []) yield { id, detectorId };
    }
  },
  arn: ({ id, detectorId }, { partition, region, account }) =>
    `arn:${partition}:guardduty:${region}:${account}:detector/${detectorId}/ipset/${id}`,
  label: ({ id }) => `The trusted list ${id}`,
  references: ['https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_upload-lists.html'],
}).facets((facet) => ({
  details: facet.call('GetIPSet', {
    input: ({ id, detectorId }) => ({ DetectorId: detectorId, IpSetId: id }),
    keep: ({ Name, Status, Location, Format }) => ({ title: Name, status: Status, location: Location, format: Format }),
  }),
}));
