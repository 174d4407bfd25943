import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { globalCluster } from '../../src/services/rds/global-cluster.ts';

export default state(globalCluster, 'rds-global-cluster-version-supported', {
  title: 'Global databases have a version that AWS offers',
  at: 'version.status',
  is: {
    available: pass('{label} has {engine} {engineVersion}, which AWS offers'),
    deprecated: fail('{label} has {engine} {engineVersion}, which AWS no longer offers'),
  },
  otherwise: unknown('AWS says {version.status} of {engine} {engineVersion}, which this version does not know'),
  unsaid: unknown('AWS does not say whether it still offers the version of {label}[, {engine} {engineVersion}]'),
  risk: 'A version that is no longer offered gets no more patches, and AWS upgrades it when it suits AWS.',
  fix: {
    text: 'Upgrade the global database to a version that is offered: minor versions in each of its clusters, the secondary ones first; major versions in one step for all. Try it on a clone.',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-upgrade.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-51',
  ],
});
