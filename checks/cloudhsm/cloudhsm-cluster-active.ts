import { fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { sameFor, state } from '../../src/engine/forms/index.ts';
import { hsmCluster } from '../../src/services/cloudhsmv2/cluster.ts';

export default state(hsmCluster, 'cloudhsm-cluster-active', {
  title: 'CloudHSM clusters are initialized, activated and in order',
  at: 'state',
  is: {
    ACTIVE: pass('{label} is active'),
    UNINITIALIZED: fail('{label} is not initialized: it has no certificate of its own yet'),
    INITIALIZED: fail('{label} is initialized, but not activated: its first password was never changed'),
    DEGRADED: fail('{label} is degraded'),
    CREATE_IN_PROGRESS: notApplicable('{label} is being created'),
    ...sameFor(['DELETE_IN_PROGRESS', 'DELETED'], notApplicable('{label} is being deleted')),
    ...sameFor(
      ['INITIALIZE_IN_PROGRESS', 'UPDATE_IN_PROGRESS', 'MODIFY_IN_PROGRESS', 'ROLLBACK_IN_PROGRESS'],
      unknown('{label} is being changed ({state}): in which state it ends is not known yet'),
    ),
  },
  unsaid: unknown('CloudHSM did not say in which state {label} is'),
  risk: 'A cluster that nobody activated serves no keys and costs as much; whoever comes first sets its password. A degraded one loses requests.',
  fix: {
    text: 'Initialize the cluster with a certificate that you signed, then activate it with cloudhsm-cli; both need files and passwords that only people have. Replace the HSMs of a degraded one. Delete a cluster that nobody needs.',
  },
  references: [
    'https://docs.aws.amazon.com/cloudhsm/latest/userguide/initialize-cluster.html',
    'https://docs.aws.amazon.com/cloudhsm/latest/userguide/activate-cluster.html',
  ],
});
