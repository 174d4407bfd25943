import { defineCheck, fail, pass } from '../../src/engine/check.ts';
import { iamAccount } from '../../src/services/iam/account.ts';

export default defineCheck({
  id: 'iam-saml-provider-exists',
  title: 'A SAML identity provider exists',
  resource: iamAccount,
  needs: ['samlProviders'],
  risk: 'Without federation people keep passwords in IAM, which outlive their employment and are watched by nobody.',
  fix: {
    text: 'Connect your directory, best through IAM Identity Center. Or register it as a SAML 2.0 identity provider with the metadata that it gives, and make roles that its users may assume.',
    cli: 'aws iam create-saml-provider --name PROVIDER_NAME --saml-metadata-document METADATA_XML',
    terraform:
      'resource "aws_iam_saml_provider" "corporate" {\n  name                   = "corporate"\n  saml_metadata_document = file("metadata.xml")\n}',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_saml.html'],
  evaluate({ samlProviders }) {
    return samlProviders.length > 0
      ? pass(
          `The account has ${samlProviders.length} SAML identity ${samlProviders.length === 1 ? 'provider' : 'providers'}`,
          { providers: samlProviders.map(({ arn }) => arn) },
        )
      : fail('The account has no SAML identity provider');
  },
});
