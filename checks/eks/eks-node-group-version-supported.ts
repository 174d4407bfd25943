import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { nodegroup } from '../../src/services/eks/cluster.ts';

export default state(nodegroup, 'eks-node-group-version-supported', {
  title: 'Node groups of EKS have a version of Kubernetes that AWS supports',
  at: 'support.status',
  is: {
    STANDARD_SUPPORT: pass(
      '{label} has Kubernetes {support.version}, which is supported[ until {support.standardUntil:day}]',
    ),
    EXTENDED_SUPPORT: fail(
      '{label} has Kubernetes {support.version}, whose standard support has ended[ on {support.standardUntil:day}]; expected a version in standard support',
    ),
    UNSUPPORTED: fail(
      '{label} has Kubernetes {support.version}, which is no longer supported; expected a version in standard support',
    ),
  },
  unsaid: unknown('AWS does not say whether the version of Kubernetes of {label} is supported[: {support.version}]'),
  unless: [
    {
      at: 'details.amiType',
      is: ['CUSTOM'],
      because: '{label} runs an AMI of its own, whose version EKS does not know',
    },
  ],
  risk: 'A version without standard support gets fixes for some time only, and those cost extra; then AWS upgrades it by force, ready or not.',
  fix: {
    text: 'Upgrade the cluster first where it is as old, then the node group to its version: nodes are replaced one by one, and pods move.',
  },
  references: [
    'https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/eks-controls.html',
  ],
});
