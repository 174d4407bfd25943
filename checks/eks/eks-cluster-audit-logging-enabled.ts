import { fail, pass, unknown } from '../../src/engine/check.ts';
import { each } from '../../src/engine/forms/index.ts';
import { eksCluster } from '../../src/services/eks/cluster.ts';

export default each(eksCluster, 'eks-cluster-audit-logging-enabled', {
  title: 'EKS clusters keep audit logs',
  list: 'details.logs',
  test: ({ type, on }) => (type === 'audit' ? (on ? 'good' : 'bad') : 'skip'),
  such: { good: { type: 'audit', on: true }, bad: { type: 'audit', on: false } },
  called: '{type}',
  pass: pass('{label} keeps audit logs'),
  fail: fail('{label} keeps no audit logs'),
  none: unknown('EKS did not say what {label} logs'),
  unsaid: unknown('EKS did not say what {label} logs'),
  risk: 'Who did what in the cluster, with which rights, cannot be found out afterwards.',
  fix: {
    text: 'Send the audit logs to CloudWatch Logs, which bills what comes in: a busy cluster writes much. `enabled=false` undoes it.',
    cli: 'aws eks update-cluster-config --name {id} --logging \'{"clusterLogging":[{"types":["audit"],"enabled":true}]}\'',
  },
  references: [
    'https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/eks-controls.html#eks-8',
  ],
});
