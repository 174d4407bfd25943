import { fail, pass, unknown } from '../../src/engine/check.ts';
import { each } from '../../src/engine/forms/index.ts';
import { eksCluster } from '../../src/services/eks/cluster.ts';

export default each(eksCluster, 'eks-cluster-control-plane-logging-all-types', {
  title: 'Control planes of EKS write all of their logs',
  list: 'details.logs',
  test: ({ on }) => (on ? 'good' : 'bad'),
  such: { good: { type: 'api', on: true }, bad: { type: 'audit', on: false } },
  called: '{type}',
  pass: pass('{label} writes all logs of its control plane ({good})'),
  fail: fail('{label} does not write these logs of its control plane: {bad}'),
  none: unknown('AWS does not say which logs {label} writes'),
  unsaid: unknown('AWS does not say which logs {label} writes'),
  risk: 'Who asked the cluster for what, who was let in and what was refused is known to nobody: an attack is neither noticed nor understood afterwards.',
  fix: {
    text: 'Turn all types on; they go to a log group of CloudWatch Logs, which charges for what comes in (audit is the most), so give the group a retention.',
    cli: 'aws eks update-cluster-config --name {name} --logging \'{"clusterLogging":[{"types":["api","audit","authenticator","controllerManager","scheduler"],"enabled":true}]}\'',
  },
  references: [
    'https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/eks-controls.html#eks-8',
  ],
});
