import { defineCheck, manual, pass } from '../../src/engine/check.ts';
import { oidcProvider } from '../../src/services/iam/oidc-provider.ts';

/**
 * Providers of which AWS has said that it does not look at thumbprints, and its own: their certificates are of authorities that it knows.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateOpenIDConnectProviderThumbprint.html
 */
const ofKnownAuthorities =
  /(?:^|\.)(?:token\.actions\.githubusercontent\.com|gitlab\.com|accounts\.google\.com|auth0\.com|amazonaws\.com(?:\.cn)?|api\.aws)$/;

export default defineCheck({
  id: 'iam-oidc-provider-thumbprint-not-relied-on',
  title: 'No OIDC provider is trusted by thumbprints alone',
  resource: oidcProvider,
  risk: 'Where AWS knows no authority of the provider, whoever has a certificate whose authority has the thumbprint signs tokens for your roles; a wrong one lets nobody in.',
  fix: {
    text: 'Let the address where the provider publishes its keys present a certificate of a public authority, of which IAM knows the root. Where it has to be a private one, compare the thumbprints with those of its certificate.',
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc_verify-thumbprint.html',
    'https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateOpenIDConnectProviderThumbprint.html',
  ],
  evaluate({ name }) {
    const [host = ''] = name.toLowerCase().split('/');
    return ofKnownAuthorities.test(host)
      ? pass(`${name} presents a certificate of an authority that AWS knows, whatever its thumbprints are`)
      : manual(
          `AWS goes by the thumbprints of ${name} if it does not know the authority of ${host}'s certificate: look at who issued it`,
        );
  },
});
