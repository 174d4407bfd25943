import { MalformedAnswer } from '../../aws/errors.ts';
import { resource } from '../../inventory/resource.ts';
import { inspector } from './service.ts';
import { statusIn } from './status.ts';

/**
 * What Inspector is to scan: an instance, image, repository, function or code repository, once for each kind of scan. Of the account
 * itself: a delegated administrator is told of its members' too, and they are judged there. Where Inspector is off there are none.
 */
export const coveredResource = resource(inspector, 'AWS::InspectorV2::CoveredResource', {
  calls: ['BatchGetAccountStatus', 'ListCoverage'],
  narrows: { BatchGetAccountStatus: { accountIds: 'asked' }, ListCoverage: { filterCriteria: 'asked' } },
  resumable: 'ListCoverage',
  async *list(api) {
    if ((await statusIn(api)).account !== 'ENABLED') return;
    for await (const { coveredResources } of api.pages('ListCoverage', {
      filterCriteria: { accountId: [{ comparison: 'EQUALS', value: api.account }] },
      maxResults: 200,
    })) {
      // None is an empty list: https://docs.aws.amazon.com/inspector/v2/APIReference/API_ListCoverage.html
      if (coveredResources === undefined) throw new MalformedAnswer('ListCoverage gives no coveredResources');
      for (const { resourceId, resourceType, scanType, scanStatus, lastScannedAt } of coveredResources)
        yield {
          id: `${scanType}/${resourceId}`,
          name: `${resourceId ?? ''} (${scanType ?? ''})`,
          kind: resourceType,
          scan: scanType,
          code: scanStatus?.statusCode,
          reason: scanStatus?.reason,
          scannedAt: lastScannedAt?.toISOString(),
        };
    }
  },
  // It has no ARN of its own, and what it speaks of may be named by an id alone: this follows the path of the API, /coverage/list.
  arn: ({ id }, { partition, region, account }) => `arn:${partition}:inspector2:${region}:${account}:coverage/${id}`,
  references: ['https://docs.aws.amazon.com/inspector/latest/user/assessing-coverage.html'],
});
