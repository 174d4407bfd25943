import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { groupLeaving, replicationGroup } from '../../src/services/elasticache/replication-group.ts';
import { shell } from '../../src/text/shell.ts';

export default state(replicationGroup, 'elasticache-replication-group-encrypted-in-transit', {
  title: 'ElastiCache replication groups take connections over TLS only',
  at: 'encryptedInTransit',
  is: {
    true: ({ name, tlsMode }) =>
      tlsMode === 'preferred'
        ? fail(`${name} takes connections without TLS too (mode preferred); expected required`)
        : pass(`${name} takes connections over TLS only`),
    false: fail('{label} takes connections without TLS; expected TLS only'),
  },
  unsaid: unknown('ElastiCache did not say whether {label} encrypts connections'),
  unless: [groupLeaving],
  risk: 'Data, and the passwords of clients, cross the network in plain text; so does what is copied to replicas.',
  fix: {
    text: 'From Redis OSS 7 and Valkey 7.2 on: let the group prefer TLS, move every client to it, then require it; a group cannot go from no TLS to required in one step. An older engine is upgraded first, or a new group is made from a backup.',
    exact: ({ id, encryptedInTransit }) =>
      encryptedInTransit === true
        ? {
            cli: shell`aws elasticache modify-replication-group --replication-group-id ${id} --transit-encryption-mode required --apply-immediately`,
            note: 'Clients that still connect without TLS are refused from then on.',
          }
        : {
            cli: shell`aws elasticache modify-replication-group --replication-group-id ${id} --transit-encryption-enabled --transit-encryption-mode preferred --apply-immediately`,
            note: 'It is the first step: the finding stays until TLS is required.',
          },
  },
  references: [
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption-enable.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html#elasticache-5',
  ],
});
