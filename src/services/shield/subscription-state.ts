import type { Api } from '../../aws/api.ts';
import type * as sdk from './sdk.ts';

/** `ACTIVE` or `INACTIVE`: whether the account is subscribed to Shield Advanced. Asked for once, whoever wants it. */
export function subscriptionState(
  api: Pick<Api<typeof sdk, 'GetSubscriptionState'>, 'once' | 'call'>,
): Promise<string | undefined> {
  return api.once('subscriptionState', async () => (await api.call('GetSubscriptionState')).SubscriptionState);
}
