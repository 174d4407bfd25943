import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { memoryCluster } from '../../src/services/memorydb/cluster.ts';

export default state(memoryCluster, 'memorydb-cluster-auto-minor-upgrade', {
  title: 'MemoryDB clusters get minor versions by themselves',
  at: 'minorUpgrades',
  is: {
    true: pass('{label} gets minor versions by itself'),
    false: fail('{label} gets no minor versions by itself; expected automatic upgrades'),
  },
  unsaid: unknown('AWS does not say whether {label} gets minor versions by itself'),
  risk: 'Minor versions mend vulnerabilities: a cluster that nobody upgrades keeps them.',
  fix: {
    text: 'It is decided when a cluster is made, and no call changes it. Until a new one takes its place, upgrade it by hand: `aws memorydb update-cluster --engine-version`.',
  },
  references: ['https://docs.aws.amazon.com/memorydb/latest/devguide/engine-versions.html'],
});
