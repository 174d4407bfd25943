import { customerKey } from '../../src/judgements/encryption/encryption.ts';
import { groupEncryption, groupLeaving, replicationGroup } from '../../src/services/elasticache/replication-group.ts';

export default customerKey(replicationGroup, 'elasticache-replication-group-encrypted-cmk', {
  title: 'ElastiCache replication groups are encrypted with customer managed keys',
  by: groupEncryption,
  unless: [groupLeaving],
  risk: 'With a key of AWS nobody decides by its policy who may decrypt data and backups, and no use of it shows up in CloudTrail.',
  fix: {
    text: 'The key is chosen when a group is created: make a backup, create a group from it that names a key of your own, move the clients and delete the old one.',
  },
  references: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html'],
});
