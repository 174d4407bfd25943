import { encryptedAtRest } from '../../src/judgements/encryption/encryption.ts';
import { beingDeleted, domain, domainEncryption } from '../../src/services/opensearch/domain.ts';

export default encryptedAtRest(domain, 'opensearch-domain-encrypted-at-rest', {
  title: 'OpenSearch domains are encrypted at rest',
  by: domainEncryption,
  unless: [beingDeleted],
  risk: 'Whoever gets at the disks, or at a snapshot in S3, reads every index, its logs and swap files.',
  fix: {
    text: 'Turn encryption on: the domain is replaced node by node (OpenSearch, or Elasticsearch 6.7 or later) and it cannot be turned off again. Older domains and instance types that lack it are made anew from a snapshot. Name a key of your own in KmsKeyId to decide who may use it.',
    cli: 'aws opensearch update-domain-config --domain-name {id} --encryption-at-rest-options Enabled=true',
  },
  references: [
    'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html#opensearch-1',
  ],
});
