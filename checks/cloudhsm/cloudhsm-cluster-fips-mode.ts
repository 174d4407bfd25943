import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { hsmCluster, leaving } from '../../src/services/cloudhsmv2/cluster.ts';

export default state(hsmCluster, 'cloudhsm-cluster-fips-mode', {
  title: 'CloudHSM clusters are in FIPS mode',
  at: 'mode',
  is: {
    FIPS: pass('{label} is in FIPS mode'),
    NON_FIPS: fail('{label} is in non-FIPS mode'),
  },
  unsaid: unknown('CloudHSM did not say in which mode {label} is'),
  unless: [leaving],
  risk: 'Keys may be made and used with mechanisms that nobody validated, which programmes such as FedRAMP and PCI do not accept.',
  fix: {
    text: 'The mode of a cluster is fixed, and its backups restore into the same mode only: create one in FIPS mode, move the keys that may be exported, make the others anew.',
  },
  references: ['https://docs.aws.amazon.com/cloudhsm/latest/userguide/cluster-hsm-types.html'],
});
