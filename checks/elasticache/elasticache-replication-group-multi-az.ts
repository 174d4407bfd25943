import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { groupLeaving, replicationGroup } from '../../src/services/elasticache/replication-group.ts';

export default state(replicationGroup, 'elasticache-replication-group-multi-az', {
  title: 'ElastiCache replication groups stand in several Availability Zones',
  at: 'multiAz',
  is: {
    enabled: pass('{label} is in several Availability Zones'),
    disabled: fail('{label} is not Multi-AZ; expected its replicas in other Availability Zones'),
  },
  unsaid: unknown('ElastiCache did not say whether {label} is Multi-AZ'),
  unless: [groupLeaving],
  risk: 'With its Availability Zone the primary and every replica are gone, and what was in memory with them.',
  fix: {
    text: 'Give the group a replica in another Availability Zone, turn automatic failover on, and then Multi-AZ. `--no-multi-az-enabled` undoes it.',
    cli: 'aws elasticache modify-replication-group --replication-group-id {id} --multi-az-enabled --automatic-failover-enabled --apply-immediately',
  },
  references: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html'],
});
