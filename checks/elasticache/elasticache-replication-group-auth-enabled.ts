import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { groupLeaving, replicationGroup } from '../../src/services/elasticache/replication-group.ts';

export default state(replicationGroup, 'elasticache-replication-group-auth-enabled', {
  title: 'ElastiCache replication groups ask who connects',
  at: 'authToken',
  is: {
    true: pass('{label} asks clients for a password (AUTH)'),
    // A group that has none is answered without the member.
    false: ({ name, userGroups = [] }) =>
      userGroups.length > 0
        ? pass(`${name} asks clients to sign in as a user of ${userGroups.join(', ')}`)
        : fail(`${name} asks clients neither for a password nor to sign in as a user`),
  },
  unsaid: ({ name, userGroups = [] }) =>
    userGroups.length > 0
      ? pass(`${name} asks clients to sign in as a user of ${userGroups.join(', ')}`)
      : unknown(`ElastiCache did not say whether ${name} asks clients for a password`),
  unless: [groupLeaving],
  risk: 'Whoever reaches the port reads, changes and deletes everything in the cache.',
  fix: {
    text: 'Make users with passwords or IAM authentication and a user group (Valkey, or Redis OSS 6 or later), or set an AUTH token. Both need TLS. Clients that do not sign in are refused once it is set.',
    cli: 'aws elasticache modify-replication-group --replication-group-id {id} --user-group-ids-to-add USER_GROUP_ID --apply-immediately',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html',
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html#elasticache-6',
  ],
});
