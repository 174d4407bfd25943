import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { beingDeleted, domain } from '../../src/services/opensearch/domain.ts';

export default state(domain, 'opensearch-domain-node-to-node-encrypted', {
  title: 'OpenSearch domains encrypt what their nodes send each other',
  at: 'details.encryptedBetweenNodes',
  is: {
    true: pass('{label} encrypts what its nodes send each other'),
    false: fail('{label} does not encrypt what its nodes send each other'),
  },
  unsaid: unknown('OpenSearch Service did not say whether the nodes of {label} encrypt what they send each other'),
  unless: [beingDeleted],
  risk: 'Data that came in encrypted is copied between nodes in plain text: who listens in the network of the domain reads it.',
  fix: {
    text: 'Turn encryption between nodes on (OpenSearch, or Elasticsearch 6.7 or later): the nodes are replaced one by one, and it cannot be turned off again.',
    cli: 'aws opensearch update-domain-config --domain-name {id} --node-to-node-encryption-options Enabled=true',
  },
  references: [
    'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ntn.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html#opensearch-3',
  ],
});
