import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { groupLeaving, replicationGroup } from '../../src/services/elasticache/replication-group.ts';

export default state(replicationGroup, 'elasticache-replication-group-auto-minor-upgrade', {
  title: 'ElastiCache replication groups take minor versions by themselves',
  at: 'autoMinorVersionUpgrade',
  is: {
    true: pass('{label} takes minor versions of its engine by itself'),
    false: fail('{label} does not take minor versions of its engine by itself'),
  },
  unsaid: unknown('ElastiCache did not say whether {label} takes minor versions by itself'),
  unless: [groupLeaving],
  risk: 'Corrections of security holes in the engine are there, and wait until somebody remembers the cache.',
  fix: {
    text: 'Turn automatic minor version upgrades on: they happen in the maintenance window, with a short failover. Engines older than Valkey 7.2 and Redis OSS 6.0 are upgraded by hand first.',
    cli: 'aws elasticache modify-replication-group --replication-group-id {id} --auto-minor-version-upgrade --apply-immediately',
    terraform: 'resource "aws_elasticache_replication_group" "this" {\n  auto_minor_version_upgrade = true\n}',
  },
  references: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/VersionManagement.html'],
});
