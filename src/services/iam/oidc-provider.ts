import { resource } from '../../inventory/resource.ts';
import { iam } from './service.ts';

/** An OpenID Connect identity provider. The list is not paged. */
export const oidcProvider = resource(iam, 'AWS::IAM::OIDCProvider', {
  calls: ['ListOpenIDConnectProviders'],
  async *list(api) {
    const { OpenIDConnectProviderList } = await api.call('ListOpenIDConnectProviders');
    for (const { Arn } of OpenIDConnectProviderList ?? []) {
      // arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com
      if (Arn !== undefined) yield { id: Arn, name: Arn.slice(Arn.indexOf('/') + 1), arn: Arn };
    }
  },
});
