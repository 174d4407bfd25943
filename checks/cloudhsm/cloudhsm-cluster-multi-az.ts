import { fail, pass, unknown } from '../../src/engine/check.ts';
import { number } from '../../src/engine/forms/index.ts';
import { hsmCluster, leaving } from '../../src/services/cloudhsmv2/cluster.ts';

export default number(hsmCluster, 'cloudhsm-cluster-multi-az', {
  title: 'CloudHSM clusters have HSMs in two Availability Zones',
  settings: {
    zones: {
      type: 'integer',
      default: 2,
      min: 2,
      max: 6,
      describe: 'in how many Availability Zones there is an active HSM at least',
    },
  },
  at: 'zoneCount',
  atLeast: 'zones',
  pass: pass('{label} has active HSMs in {zoneCount} Availability Zones'),
  fail: fail('{label} has active HSMs in {zoneCount} Availability Zones; expected at least {settings.zones}'),
  unsaid: unknown('CloudHSM did not say in which Availability Zones the HSMs of {label} are'),
  unless: [leaving, { at: 'state', is: ['CREATE_IN_PROGRESS'], because: '{label} is being created' }],
  risk: 'With the zone, or the one HSM, every key is out of reach, and so is what was written since the last backup.',
  fix: {
    text: 'Create an HSM in a second zone that the cluster has a subnet in; it gets the keys of the others by itself.',
    cli: 'aws cloudhsmv2 create-hsm --cluster-id {id} --availability-zone ZONE',
  },
  references: ['https://docs.aws.amazon.com/cloudhsm/latest/userguide/bp-cluster-management.html'],
});
