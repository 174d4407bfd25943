import { resource } from '../../inventory/resource.ts';
import { administrators, readableInstances } from './instances.ts';
import { identitycenter } from './service.ts';

/** Somebody else whose tokens applications may exchange for those of an instance that the account may read. */
export const trustedTokenIssuer = resource(identitycenter, 'AWS::SSO::TrustedTokenIssuer', {
  calls: ['ListInstances', 'ListTrustedTokenIssuers'],
  often: { ListTrustedTokenIssuers: 'per instance of the account' },
  first: administrators,
  async *list(api, administrators) {
    for (const InstanceArn of await readableInstances(api, administrators)) {
      for await (const page of api.pages('ListTrustedTokenIssuers', { InstanceArn, MaxResults: 50 })) {
        for (const { TrustedTokenIssuerArn: arn, Name } of page.TrustedTokenIssuers ?? [])
          if (arn !== undefined)
            yield { id: arn.slice(arn.lastIndexOf('/') + 1), arn, name: Name === '' ? undefined : Name };
      }
    }
  },
  label: ({ name }) => `Trusted token issuer ${name}`,
  references: ['https://docs.aws.amazon.com/singlesignon/latest/userguide/using-apps-with-trusted-token-issuer.html'],
}).facets((facet) => ({
  /** Where its keys are, and which of a token's claims names which attribute of a user; undefined: of a kind that is not known. */
  oidc: facet.call('DescribeTrustedTokenIssuer', {
    input: ({ arn }) => ({ TrustedTokenIssuerArn: arn }),
    keep: ({ TrustedTokenIssuerConfiguration: configuration }) => {
      const oidc = configuration?.OidcJwtConfiguration;
      return oidc === undefined
        ? undefined
        : { url: oidc.IssuerUrl, claim: oidc.ClaimAttributePath, attribute: oidc.IdentityStoreAttributePath };
    },
  }),
}));
