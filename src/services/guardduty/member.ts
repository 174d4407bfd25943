import { MalformedAnswer } from '../../aws/errors.ts';
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
}).facets((facet) => ({
  /**
   * What GuardDuty looks at in the member, by feature; undefined, and not asked for, of one that is not enabled
   * (https://docs.aws.amazon.com/guardduty/latest/APIReference/API_GetMemberDetectors.html).
   */
  features: facet.batch({
    calls: ['GetMemberDetectors'],
    most: 50,
    asks: ({ relationship }) => relationship?.toLowerCase() === 'enabled',
    async read(api, items) {
      const found = new Map<string, readonly { name: string | undefined; status: string | undefined }[] | Error>();
      const [first] = items;
      if (first === undefined) return found;
      const answer = await api.call('GetMemberDetectors', {
        DetectorId: first.detectorId,
        AccountIds: items.map(({ id }) => id),
      });
      for (const { AccountId, Features } of answer.MemberDataSourceConfigurations ?? [])
        if (AccountId !== undefined)
          found.set(
            AccountId,
            Features === undefined
              ? new MalformedAnswer('GetMemberDetectors gives no features')
              : Features.map(({ Name, Status }) => ({ name: Name, status: Status })),
          );
      for (const { AccountId, Result } of answer.UnprocessedAccounts ?? [])
        if (AccountId !== undefined) found.set(AccountId, new Error(Result ?? 'GuardDuty does not say why'));
      return found;
    },
  }),
}));
