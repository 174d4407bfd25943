import { fail, pass, unknown } from '../../src/engine/check.ts';
import { number } from '../../src/engine/forms/index.ts';
import { groupLeaving, replicationGroup } from '../../src/services/elasticache/replication-group.ts';
import { shell } from '../../src/text/shell.ts';

export default number(replicationGroup, 'elasticache-replication-group-backup-enabled', {
  title: 'ElastiCache replication groups are backed up every day',
  settings: {
    days: { type: 'integer', default: 1, min: 1, max: 35, describe: 'days that automatic backups are kept at least' },
  },
  at: 'snapshotRetentionDays',
  atLeast: 'days',
  pass: pass('{label} is backed up every day, and keeps backups for {snapshotRetentionDays} days'),
  fail: ({ name, snapshotRetentionDays }, { settings: { days } }) =>
    snapshotRetentionDays === 0
      ? fail(`${name} makes no automatic backups`)
      : fail(`${name} keeps backups for ${snapshotRetentionDays} days; expected at least ${days}`),
  unsaid: unknown('ElastiCache did not say how long {label} keeps backups'),
  unless: [groupLeaving],
  risk: 'What was in memory is gone with a lost shard, a wrong FLUSHALL or a deleted group, and the databases behind take the load of filling it again.',
  fix: {
    text: 'Set for how many days backups are kept. Where cluster mode is off they are taken of one node: name a replica, so that the primary is not slowed down.',
    exact: ({ id, clusterMode, members }, { settings: { days } }) => {
      // Which node backups are taken of is only asked without cluster mode; what this release may not know is for a person to say.
      const of = clusterMode === false ? shell` --snapshotting-cluster-id ${members?.at(-1) ?? 'REPLICA_ID'}` : '';
      return {
        cli: `${shell`aws elasticache modify-replication-group --replication-group-id ${id} --snapshot-retention-limit ${String(days)}`}${of} --apply-immediately`,
      };
    },
  },
  references: [
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups-automatic.html',
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_ModifyReplicationGroup.html',
  ],
});
