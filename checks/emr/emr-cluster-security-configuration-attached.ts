import { fail, pass } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { emrCluster } from '../../src/services/emr/cluster.ts';

export default state(emrCluster, 'emr-cluster-security-configuration-attached', {
  title: 'EMR clusters have a security configuration',
  at: 'details.securityConfiguration',
  otherwise: pass('{label} has the security configuration {details.securityConfiguration}'),
  unsaid: fail('{label} has no security configuration'),
  risk: 'Without it nothing asks for encryption, of disks or between nodes, or for users to sign in.',
  fix: {
    text: 'Make a security configuration (`aws emr create-security-configuration`), and name it when the cluster is started (`--security-configuration`). A running cluster keeps its settings: start another one with it, submit the work there, and end this one.',
  },
  references: ['https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-specify-security-configuration.html'],
});
