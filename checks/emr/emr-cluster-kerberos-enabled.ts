import { fail, pass } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { emrCluster } from '../../src/services/emr/cluster.ts';

export default state(emrCluster, 'emr-cluster-kerberos-enabled', {
  title: 'Users of EMR clusters sign in by Kerberos',
  at: 'details.kerberos',
  is: {
    true: pass('Users of {label} sign in by Kerberos'),
    false: fail('Users of {label} do not sign in by Kerberos'),
  },
  risk: "The cluster believes whoever reaches it to be who he says: users read each other's data.",
  fix: {
    text: 'Ask for Kerberos in a security configuration, and give its attributes when the cluster is started (`--kerberos-attributes`). A running cluster keeps its settings: start another one with it, submit the work there, and end this one.',
  },
  references: ['https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-kerberos.html'],
});
