import type { Api } from '../../aws/api.ts';

/** `ACTIVE` or `INACTIVE`: whether the account is subscribed to Shield Advanced. Asked for once, whoever wants it. */
export function subscriptionState(
  api: Pick<Api<typeof import('@aws-sdk/client-shield'), 'GetSubscriptionState'>, 'once' | 'call'>,
): Promise<string | undefined> {
  return api.once('subscriptionState', async () => (await api.call('GetSubscriptionState')).SubscriptionState);
}
