import { fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { redshiftCluster } from '../../src/services/redshift/cluster.ts';

export default state(redshiftCluster, 'redshift-cluster-hsm-connection-active', {
  title: 'Redshift clusters that use an HSM are connected to it',
  at: 'hsm.status',
  is: {
    active: pass('{label} is connected to its HSM[ by the configuration {hsm.configuration}]'),
    applying: fail('{label} does not use its HSM yet: what was set of it is still being applied; expected active'),
  },
  otherwise: unknown('AWS says of the HSM of {label} that it is {hsm.status}, which this version does not know'),
  absent: notApplicable('{label} uses no HSM'),
  unsaid: unknown('AWS does not say whether {label} is connected to its HSM'),
  risk: 'Without its HSM the cluster does not get its keys: it is not encrypted as it should be, or does not come up again.',
  fix: {
    text: 'See whether the HSM is reachable from the subnets of the cluster, and whether the client certificate of the cluster is registered there.',
  },
  references: ['https://docs.aws.amazon.com/redshift/latest/APIReference/API_HsmStatus.html'],
});
