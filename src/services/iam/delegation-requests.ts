import type { Api } from '../../aws/api.ts';
import { everyPage } from '../../aws/pages.ts';
import type { IamSdk } from './service.ts';

/**
 * Requests of product providers for rights in the account for a time, with what they say of themselves. Messages and notes are not kept.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListDelegationRequests.html
 */
export async function delegationRequests(api: Api<IamSdk, 'ListDelegationRequests'>) {
  const found = [];
  const pages = everyPage(
    (Marker: string | undefined) => api.call('ListDelegationRequests', Marker === undefined ? {} : { Marker }),
    (page) => (page.isTruncated === true ? page.Marker : undefined),
  );
  for await (const { DelegationRequests } of pages) {
    for (const request of DelegationRequests ?? [])
      if (request.DelegationRequestId !== undefined)
        found.push({
          id: request.DelegationRequestId,
          /** The provider's account. */
          requestor: request.RequestorId,
          requestorName: request.RequestorName,
          /** Such as `ASSIGNED`: see the reference. */
          state: request.State,
          createdAt: request.CreateDate?.toISOString(),
          expiresAt: request.ExpirationTime?.toISOString(),
        });
  }
  return found;
}
