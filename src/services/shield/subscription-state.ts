import type { Api } from '../../aws/api.ts';

type Sdk = typeof import('./sdk.ts');

/** `ACTIVE` or `INACTIVE`: whether the account is subscribed to Shield Advanced. Asked for once, whoever wants it. */
export function subscriptionState(api: Pick<Api<Sdk, 'GetSubscriptionState'>, 'once' | 'call'>): Promise<string | undefined> {
  return api.once('subscriptionState', async () => (await api.call('GetSubscriptionState')).SubscriptionState);
}
