import { fail, pass, unknown } from '../../src/engine/check.ts';
import { sameFor, state } from '../../src/engine/forms/index.ts';
import { beingDeleted, domain } from '../../src/services/opensearch/domain.ts';

const old = ' lets clients use less than TLS 1.2 with forward secrecy, by its policy {details.tlsPolicy}';

export default state(domain, 'opensearch-domain-tls-policy-latest', {
  title: 'OpenSearch domains use the latest TLS policy',
  at: 'details.tlsPolicy',
  is: {
    'Policy-Min-TLS-1-0-2019-07': fail(`{label}${old}; expected Policy-Min-TLS-1-2-PFS-2023-10`),
    'Policy-Min-TLS-1-2-2019-07': fail(`{label}${old}; expected Policy-Min-TLS-1-2-PFS-2023-10`),
    ...sameFor(
      ['Policy-Min-TLS-1-2-PFS-2023-10', 'Policy-Min-TLS-1-2-RFC9151-FIPS-2024-08'],
      pass('{label} takes TLS 1.2 or newer with forward secrecy, by its policy {details.tlsPolicy}'),
    ),
  },
  unsaid: unknown('OpenSearch Service did not say which TLS policy {label} has'),
  unless: [
    beingDeleted,
    {
      at: 'details.httpsRequired',
      is: [false],
      verdict: fail('{label} takes requests over plain HTTP too, so its TLS policy binds nobody; expected HTTPS only'),
    },
  ],
  risk: 'Old versions and ciphers let who records traffic today read it once a key is known.',
  fix: {
    text: 'Require HTTPS and set the policy with forward secrecy. Clients that know only older TLS or ciphers are refused: look for them first. The former policy undoes it.',
    cli: 'aws opensearch update-domain-config --domain-name {id} --domain-endpoint-options EnforceHTTPS=true,TLSSecurityPolicy=Policy-Min-TLS-1-2-PFS-2023-10',
  },
  references: [
    'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/infrastructure-security.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html#opensearch-8',
  ],
});
