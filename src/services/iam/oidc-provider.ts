import { listed } from '../../inventory/listed.ts';
import { iam } from './service.ts';

/** An OpenID Connect identity provider. The list is not paged. */
export const oidcProvider = listed(iam, 'AWS::IAM::OIDCProvider', 'ListOpenIDConnectProviders', {
  at: 'OpenIDConnectProviderList',
  whole: true,
  id: ({ Arn }) => Arn,
  keep: { name: ({ Arn }) => Arn?.slice(Arn.indexOf('/') + 1), arn: 'Arn' },
});
