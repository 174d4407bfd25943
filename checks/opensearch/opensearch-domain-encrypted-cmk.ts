import { customerKey } from '../../src/judgements/encryption/encryption.ts';
import { beingDeleted, domain, domainEncryption } from '../../src/services/opensearch/domain.ts';

export default customerKey(domain, 'opensearch-domain-encrypted-cmk', {
  title: 'OpenSearch domains are encrypted with customer managed keys',
  by: domainEncryption,
  unless: [beingDeleted],
  risk: 'With a key of AWS nobody decides by its policy who may decrypt, and nobody can take the key away when an intruder holds the domain.',
  fix: {
    text: 'Where encryption is off, turn it on with a key of your own. The key of a domain that is encrypted cannot be changed: create a domain with the key, restore a snapshot there, move the clients and delete the old one. A domain whose key is disabled or deleted is lost.',
  },
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html'],
});
