import type { Api } from '../../aws/api.ts';
import { resource } from '../../inventory/resource.ts';
import { MalformedAnswer } from '../../aws/errors.ts';
import { signingCertificates } from './saml-metadata.ts';
import { iam } from './service.ts';
import type { IamSdk } from './service.ts';

export interface SamlProvider {
  readonly arn: string;
  /** Of its metadata. */
  readonly validUntil: string | undefined;
}

/** The account's SAML providers, listed once per run. The list is not paged. */
export const samlProviders = (api: Api<IamSdk, 'ListSAMLProviders'>): Promise<readonly SamlProvider[]> =>
  api.once('saml-providers', async () => {
    const { SAMLProviderList } = await api.call('ListSAMLProviders');
    return (SAMLProviderList ?? []).flatMap(({ Arn, ValidUntil }) =>
      Arn === undefined ? [] : [{ arn: Arn, validUntil: ValidUntil?.toISOString() }],
    );
  });

/** A SAML 2.0 identity provider. */
export const samlProvider = resource(iam, 'AWS::IAM::SAMLProvider', {
  calls: ['ListSAMLProviders'],
  async *list(api) {
    for (const provider of await samlProviders(api)) {
      yield { id: provider.arn, name: provider.arn.slice(provider.arn.lastIndexOf('/') + 1), ...provider };
    }
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml.html'],
}).facets((facet) => ({
  /** The certificates in its metadata by which it signs. */
  certificates: facet({
    calls: ['GetSAMLProvider'],
    async read(api, { arn }) {
      const { SAMLMetadataDocument } = await api.call('GetSAMLProvider', { SAMLProviderArn: arn });
      if (SAMLMetadataDocument === undefined) throw new MalformedAnswer('GetSAMLProvider gives no metadata');
      return signingCertificates(SAMLMetadataDocument);
    },
  }),
}));
