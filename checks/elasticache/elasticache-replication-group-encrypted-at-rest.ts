import { encryptedAtRest } from '../../src/judgements/encryption/encryption.ts';
import { groupEncryption, groupLeaving, replicationGroup } from '../../src/services/elasticache/replication-group.ts';

export default encryptedAtRest(replicationGroup, 'elasticache-replication-group-encrypted-at-rest', {
  title: 'ElastiCache replication groups are encrypted at rest',
  by: groupEncryption,
  unless: [groupLeaving],
  risk: 'What is written to disk in syncs and swaps, and backups in S3, can be read by whoever gets at them.',
  fix: {
    text: 'Encryption is chosen when a group is created: make a backup, create a group with encryption at rest from it, move the clients and delete the old one.',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html#elasticache-4',
  ],
});
