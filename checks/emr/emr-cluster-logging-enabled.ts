import { fail, pass } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { emrCluster } from '../../src/services/emr/cluster.ts';

export default state(emrCluster, 'emr-cluster-logging-enabled', {
  title: 'EMR clusters keep their logs in S3',
  at: 'details.logUri',
  otherwise: pass('{label} keeps its logs in {details.logUri}'),
  unsaid: fail('{label} keeps its logs nowhere but on its nodes'),
  risk: 'What a cluster did, and what went wrong, is gone when its nodes are.',
  fix: {
    text: 'Name a bucket for logs when the cluster is started (`--log-uri`). A running cluster keeps its settings: start another one with it, submit the work there, and end this one.',
  },
  references: ['https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-plan-debugging.html'],
});
