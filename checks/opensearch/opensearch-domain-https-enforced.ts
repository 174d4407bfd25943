import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { beingDeleted, domain } from '../../src/services/opensearch/domain.ts';

export default state(domain, 'opensearch-domain-https-enforced', {
  title: 'OpenSearch domains take requests over HTTPS only',
  at: 'details.httpsRequired',
  is: {
    true: pass('{label} takes requests over HTTPS only'),
    false: fail('{label} takes requests over plain HTTP too; expected HTTPS only'),
  },
  unsaid: unknown('OpenSearch Service did not say whether {label} takes requests over HTTPS only'),
  unless: [beingDeleted],
  risk: 'Requests and answers, and the passwords of users of the domain, are read and altered on the way.',
  fix: {
    text: 'Require HTTPS: clients that still use plain HTTP are refused from then on. EnforceHTTPS=false undoes it.',
    cli: 'aws opensearch update-domain-config --domain-name {id} --domain-endpoint-options EnforceHTTPS=true',
  },
  references: [
    'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/infrastructure-security.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html#opensearch-8',
  ],
});
