import { fail, pass, unknown } from '../../src/engine/check.ts';
import { sameFor, state } from '../../src/engine/forms/index.ts';
import { groupLeaving, replicationGroup } from '../../src/services/elasticache/replication-group.ts';

export default state(replicationGroup, 'elasticache-replication-group-automatic-failover-enabled', {
  title: 'ElastiCache replication groups fail over by themselves',
  at: 'automaticFailover',
  is: {
    ...sameFor(['enabled', 'enabling'], pass('{label} has automatic failover {automaticFailover}')),
    ...sameFor(['disabled', 'disabling'], fail('{label} has automatic failover {automaticFailover}; expected enabled')),
  },
  unsaid: unknown('ElastiCache did not say whether {label} fails over by itself'),
  unless: [groupLeaving],
  risk: 'When the primary fails nobody takes writes until a person promotes a replica.',
  fix: {
    text: 'Turn automatic failover on. It needs a replica at least; without one, add it first. `--no-automatic-failover-enabled` undoes it.',
    cli: 'aws elasticache modify-replication-group --replication-group-id {id} --automatic-failover-enabled --apply-immediately',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html#elasticache-3',
  ],
});
