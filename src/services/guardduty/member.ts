import { resource } from '../../inventory/resource.ts';
import { detectorIdOf } from './detector-id.ts';
import { guardduty } from './service.ts';

/**
 * A member account, seen from its GuardDuty administrator. Members themselves and accounts on their own have none.
 * Asks for all, because by default the list leaves out the ones that are not covered: not yet invited, or disassociated
 * (https://docs.aws.amazon.com/guardduty/latest/APIReference/API_ListMembers.html).
 */
export const member = resource(guardduty, 'AWS::GuardDuty::Member', {
  calls: ['ListDetectors', 'ListMembers'],
  narrows: { ListMembers: { OnlyAssociated: 'asked' } },
  resumable: 'ListMembers',
  async *list(api) {
    const detectorId = await detectorIdOf(api);
    if (detectorId === undefined) return;
    for await (const { Members } of api.pages('ListMembers', { DetectorId: detectorId, OnlyAssociated: 'false' })) {
      for (const { AccountId, RelationshipStatus } of Members ?? []) {
        if (AccountId !== undefined) yield { id: AccountId, detectorId, relationship: RelationshipStatus };
      }
    }
  },
  // Members have no ARN of their own: this follows the path of the API, /detector/{detectorId}/member.
  arn: ({ id, detectorId }, { partition, region, account }) =>
    `arn:${partition}:guardduty:${region}:${account}:detector/${detectorId}/member/${id}`,
});
