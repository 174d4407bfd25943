import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { hsmCluster, leaving } from '../../src/services/cloudhsmv2/cluster.ts';

export default state(hsmCluster, 'cloudhsm-cluster-hsm-type-supported', {
  title: 'CloudHSM clusters have HSMs of a type that is supported',
  at: 'hsmGeneration',
  is: {
    hsm2m: pass('{label} has HSMs of type {hsmType}'),
    // By the page on deprecation, as of November 2026.
    hsm1: fail('{label} has HSMs of type {hsmType}, whose support ended on 31 March 2026; expected hsm2m.medium'),
  },
  otherwise: unknown('{label} has HSMs of type {hsmType}, which this version does not know'),
  unsaid: unknown('CloudHSM did not say of which type the HSMs of {label} are'),
  unless: [leaving],
  risk: 'The hardware gets no corrections, its validation lapses, and AWS moves the cluster at a time of its own choice.',
  fix: {
    text: 'Bring the clients to a supported SDK, then change the type of the cluster: no HSM can be added and no key written meanwhile, and for a day it can be rolled back.',
    cli: 'aws cloudhsmv2 modify-cluster --cluster-id {id} --hsm-type hsm2m.medium',
  },
  references: [
    'https://docs.aws.amazon.com/cloudhsm/latest/userguide/compliance-dep-notif.html',
    'https://docs.aws.amazon.com/cloudhsm/latest/userguide/cluster-hsm-types.html',
  ],
});
